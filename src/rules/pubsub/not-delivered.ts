// Subscription and message were accepted, and the message never came back. Which of the two
// rights is missing cannot be seen from outside, so both are said.

import { checkAgain } from '../commands.ts';
import { either } from '../prose.ts';
import { flippedHere, ownTopicCaveat, topicInWords } from '../round-trip.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';

/** PUBACK 16: accepted, and nobody subscribes (MQTT 5 §3.4.2.1). */
const nobodySubscribes = 16;

export default defineRule({
  code: 'pubsub/not-delivered',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  when: (c) => {
    if (failureOf(c, 'pubsub') !== 'not-delivered') return null;
    const { sent = 0, received = 0, qos = 0, acknowledgement, latency } = facts(c, 'pubsub');
    const { topic, topicIsOurs } = c.target.roundTrip;
    const outcome = c.main.outcomes.pubsub;
    // Rights do not change from one message to the next: then it is loss, not denial.
    const lost = received > 0;
    const proven = !topicIsOurs && flippedHere(c, 'topic-fresh') !== null;
    return {
      topic,
      topicIsOurs,
      qos,
      sent,
      received,
      lost,
      code: acknowledgement?.code ?? null,
      medianMs: latency?.medianMs ?? null,
      waited: sent === 1 && outcome.status === 'failed' ? outcome.ms : null,
      certainty: proven ? 'proven' : 'observed',
      side: lost || topicIsOurs ? 'unclear' : 'server',
    };
  },
  say: ({ topic, topicIsOurs, qos, sent, received, lost, code, waited, certainty }, c) => ({
    title: lost
      ? `${sent - received} of ${sent} messages did not come back.`
      : `The broker accepts a message to ${topicInWords(c)}, and it does not come back.`,
    detail: [
      `The subscription is granted, ${qos === 0 ? 'PUBLISH goes out (QoS 0 has no acknowledgement) and the connection stays' : 'PUBLISH is acknowledged'}, and no message arrives${waited === null ? '' : ` within ${(waited / 1000).toFixed(1)} s`}.`,
      ...(certainty === 'proven'
        ? ['On a fresh topic, with everything else the same, the message comes back.']
        : []),
      ...(lost ? [lossWords(qos)] : [rightsWords(c, code, certainty === 'proven')]),
      ...(topicIsOurs && !lost ? [ownTopicCaveat] : []),
    ].join(' '),
    remedies: [
      ...(lost
        ? [
            {
              text: 'Repeat with more messages, to see how many are lost.',
              command: checkAgain(c.target, '--count', '50'),
            },
            { text: 'Look up limits for rate and queue length on the broker.' },
          ]
        : topicIsOurs
          ? [
              {
                text: 'Check with a topic that your client uses; what is published reaches whoever subscribes to it.',
                command: checkAgain(c.target, '-t', 'TOPIC'),
              },
            ]
          : [
              {
                text: `On the broker, see that the account may read "${topic}" as well as write to it (Mosquitto: "topic readwrite" in its access list).`,
              },
            ]),
      { text: 'Look into the log of the broker at this moment: most log what they deny.' },
      ...(lost || certainty === 'proven'
        ? []
        : [
            {
              text: 'See whether it only comes late.',
              command: checkAgain(c.target, '--timeout', '30000'),
            },
          ]),
    ],
  }),
});

function lossWords(qos: number): string {
  return qos === 0
    ? 'Others came back, so it is not a matter of rights: QoS 0 may be lost, at a limit for rate or queue length, or on the way.'
    : 'Others came back, so it is not a matter of rights: a limit for rate or queue length, or a fault between the nodes of a cluster.';
}

function rightsWords(c: Case, code: number | null, topicMatters: boolean): string {
  if (code === nobodySubscribes) {
    return 'The broker itself says that nobody subscribes to it (16), although it has granted our subscription: the account may write there and most likely not read.';
  }
  const { version } = facts(c, 'connect');
  const { qos = 0 } = facts(c, 'pubsub');
  const couldSay = version === '5' && qos > 0;
  return `That looks the same for several causes: ${either([
    'the account may not read there (several brokers grant the subscription and filter in silence)',
    couldSay
      ? 'it may not write there (MQTT 5 lets a broker say so, and not all do)'
      : `it may not write there (${qos === 0 ? 'QoS 0 has no answer that could say so' : 'MQTT 3 has no answer that could say so, and it is acknowledged all the same'})`,
    topicMatters
      ? 'a rule or plug-in of the broker swallows what goes to this topic'
      : 'the broker drops or keeps back messages of this kind, or delivers later than is waited for here',
  ])}.`;
}
