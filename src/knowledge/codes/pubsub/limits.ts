// What a broker does not offer, changes, or does slowly.

import type { Explanation } from '../../explanation.ts';

export const limits: readonly Explanation[] = [
  {
    code: 'pubsub/qos-unsupported',
    severity: 'error',
    summary: 'The broker does not take this QoS',
    means:
      'QoS says how surely a message is delivered: 0 at most once, 1 at least once, 2 exactly once. The broker does not take the one asked for and refuses or hangs up. AWS IoT, Azure and others know no QoS 2.',
    causes: ['the service has no QoS 2', 'the highest QoS of the broker was set lower'],
    remedies: [
      {
        text: 'Use a lower QoS in the client, for the will as well.',
        command: 'mqtt-doctor check HOST -t TOPIC -q 1',
      },
      { text: 'Or raise the highest QoS of the broker, if it has such a setting.' },
    ],
  },
  {
    code: 'pubsub/retain-unsupported',
    severity: 'error',
    summary: 'The broker does not take retained messages',
    means:
      'A retained message is kept by the broker and given to whoever subscribes later. This broker does not, or not for this account, and refuses the message or hangs up. Without the flag it works.',
    causes: [
      'the service does not offer it',
      'it needs a right of its own (AWS IoT: iot:RetainPublish)',
      'it is switched off (mosquitto.conf: retain_available)',
    ],
    remedies: [
      { text: 'Publish without the retain flag; the will counts as well.' },
      { text: 'Or allow retained messages on the broker, for this account and topic.' },
    ],
  },
  {
    code: 'pubsub/payload-too-large',
    severity: 'error',
    summary: 'The message is too large for the broker',
    means:
      'Every broker has a largest packet, and this message is above it. In MQTT 5 the broker says how large; in 3.1.1 it hangs up, and clients that try again go round in a circle.',
    causes: [
      'the limit of the service: 128 kB at AWS IoT, 256 kB at Azure IoT Hub, 1 MB at EMQX by default',
      'the client packs more into one message than it used to',
    ],
    remedies: [
      {
        text: 'Split the message, or make it smaller. Find the limit with other sizes.',
        command: 'mqtt-doctor check HOST --payload-size 100000',
      },
      { text: 'Or raise the largest packet size of the broker.' },
    ],
  },
  {
    code: 'pubsub/payload-altered',
    severity: 'error',
    summary: 'The message comes back changed',
    means:
      'What arrives has other bytes than what was sent. MQTT never changes a message, so something on the broker rewrites it.',
    causes: [
      'a rule, plug-in or bridge converts messages on this topic',
      'a program subscribes to the topic and publishes to it as well',
    ],
    remedies: [{ text: 'Look for rules, plug-ins and bridges that touch this topic.' }],
  },
  {
    code: 'pubsub/malformed-reply',
    severity: 'error',
    summary: 'The broker sends what is not proper MQTT',
    means:
      'The client is let in, and what the broker sends afterwards makes no sense to a client, or has no end. Clients close the connection over it.',
    causes: [
      'a fault in the broker, or in a plug-in of it',
      'something in between changes the bytes',
      'another client floods the topic',
    ],
    remedies: [
      { text: 'See what came, in the packets.', command: 'mqtt-doctor check HOST --verbose' },
      { text: 'Update the broker; if there is a proxy in between, try without it.' },
    ],
  },
  {
    code: 'pubsub/qos-downgraded',
    severity: 'warning',
    summary: 'The broker gives a lower QoS than asked',
    means:
      'The broker grants the subscription with less assurance of delivery than was asked for. It works, but messages may be lost (QoS 0) or come twice (QoS 1).',
    causes: ['the broker or the account has a highest QoS', 'the service has no QoS 2'],
    remedies: [
      { text: 'Ask for what the broker gives, and have the application cope with it.' },
      { text: 'Or raise the highest QoS, if there is such a setting.' },
    ],
  },
  {
    code: 'pubsub/duplicate',
    severity: 'warning',
    summary: 'Messages come back more than once',
    means:
      'One message was sent and more than one arrived. QoS 1 allows that after a broken connection, but on one that lasts it points to a circle.',
    causes: [
      'a bridge between brokers leads in a circle',
      'a kept session holds a second subscription that matches the topic',
      'a program publishes again what it receives',
    ],
    remedies: [
      { text: 'Look for bridges and rules that send the topic back to itself.' },
      { text: 'Start the session anew once, to be rid of old subscriptions.' },
    ],
  },
  {
    code: 'pubsub/slow',
    severity: 'warning',
    summary: 'Messages take long to come back',
    means:
      'A message arrives seconds after it was sent. The way there and back is far shorter, so something holds it: a queue, a limit, or a slow disk.',
    causes: [
      'the broker limits the rate of the client',
      'it stores every message, and its disk is slow',
      'it has more to do than it can',
    ],
    remedies: [
      { text: 'Measure more messages.', command: 'mqtt-doctor check HOST --count 20' },
      { text: 'See how loaded the broker is, and whether it limits this client.' },
    ],
  },
];
