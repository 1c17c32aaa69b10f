// Messages and subscriptions that the broker does not allow, openly or in silence.

import type { Explanation } from '../../explanation.ts';

export const rights: readonly Explanation[] = [
  {
    code: 'pubsub/subscribe-denied',
    severity: 'error',
    summary: 'The broker refuses the subscription',
    means:
      'The client is connected and asks for a topic (SUBSCRIBE), and the broker says no (SUBACK with a code of 128 or above). Programs often do not look at that answer and wait for messages that never come.',
    causes: [
      'the account has no right to read this topic',
      'the service has rules for the form of topics, or does not offer #, + or $share/',
      'the number of subscriptions is limited',
    ],
    remedies: [
      { text: 'Give the account the right to read the topic, or subscribe to one it may read.' },
      {
        text: 'Ask with MQTT 5: its codes tell missing rights from an invalid topic.',
        command: 'mqtt-doctor check HOST -t TOPIC -V 5',
      },
    ],
  },
  {
    code: 'pubsub/publish-denied',
    severity: 'error',
    summary: 'The broker refuses the message',
    means:
      'The client is connected and publishes, and the broker says that it may not: only MQTT 5 has an answer for that. In MQTT 3.1.1 a broker can only pretend, or hang up.',
    causes: [
      'the account has no right to write to this topic',
      'the service has rules for the names of topics or for the content of messages',
      'a quota is used up',
    ],
    remedies: [
      { text: 'Give the account the right to write to the topic, or use one it may write to.' },
      { text: 'Look into the log of the broker: most log what they deny.' },
    ],
  },
  {
    code: 'pubsub/not-delivered',
    severity: 'error',
    summary: 'Accepted, and the message never comes back',
    means:
      'The subscription is granted, the message is acknowledged, and it never arrives. Some brokers, Mosquitto with an access list among them, say yes to everything and then deliver nothing, so only a round trip shows what an account may do.',
    causes: [
      'the account may not read the topic, and the broker filters in silence',
      'it may not write there, and MQTT 3.1.1 has no answer that says so',
      'topics differ by letter case, a leading slash or a space',
      'the nodes of a cluster are not connected with each other',
    ],
    remedies: [
      {
        text: 'Allow the account to read and to write the topic (Mosquitto: "topic readwrite").',
      },
      {
        text: 'Check with a topic that your client uses.',
        command: 'mqtt-doctor check HOST -t TOPIC',
      },
      { text: 'Look into the log of the broker: most log what they deny.' },
    ],
  },
  {
    code: 'pubsub/unanswered',
    severity: 'error',
    summary: 'SUBSCRIBE or PUBLISH is never answered',
    means:
      'The client is let in, asks for a topic or publishes, and no acknowledgement comes, although the connection stays. A healthy broker answers both at once.',
    causes: [
      'the broker hangs: it is overloaded, or waits for its disk or another node',
      'it ignores what it does not allow: a topic, QoS 2, retained messages',
      'large packets get lost on the way (MTU)',
    ],
    remedies: [
      { text: 'Look into the log of the broker at that moment.' },
      { text: 'Try QoS 0.', command: 'mqtt-doctor check HOST -t TOPIC -q 0' },
      { text: 'See whether it is only slow.', command: 'mqtt-doctor check HOST --timeout 30000' },
    ],
  },
  {
    code: 'pubsub/dropped-on-publish',
    severity: 'error',
    summary: 'The broker hangs up on PUBLISH',
    means:
      'The client is connected, publishes, and the broker ends the connection. In MQTT 3.1.1 that is the only way to refuse a message, so missing rights look like a broken network.',
    causes: [
      'the account may not write to this topic (AWS IoT, RabbitMQ and others hang up)',
      'the QoS is higher than the broker takes',
      'retained messages are not allowed',
      'the message is too large',
      'another client with the same id has connected',
    ],
    remedies: [
      { text: 'Look into the log of the broker at that moment.' },
      { text: 'Try QoS 0.', command: 'mqtt-doctor check HOST -t TOPIC -q 0' },
      { text: 'Give the account the right to write to the topic.' },
    ],
  },
  {
    code: 'pubsub/dropped-on-subscribe',
    severity: 'error',
    summary: 'The broker hangs up on SUBSCRIBE',
    means:
      'The client is connected, asks for a topic, and the broker ends the connection instead of answering. Clients that reconnect by themselves then go round in a circle.',
    causes: [
      'the account may not read this topic, and the broker hangs up on what it denies (AWS IoT)',
      'the QoS is higher than the broker takes',
      'too many topics in one request, or too many in all',
      'another client with the same id has connected',
    ],
    remedies: [
      { text: 'Look into the log of the broker at that moment.' },
      { text: 'Give the account the right to read the topic.' },
      { text: 'Try QoS 0.', command: 'mqtt-doctor check HOST -t TOPIC -q 0' },
    ],
  },
];
