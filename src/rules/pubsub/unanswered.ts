// SUBSCRIBE or PUBLISH is never acknowledged, and the connection stays.

import { checkAgain } from '../commands.ts';
import { either } from '../prose.ts';
import { stopOf, topicInWords } from '../round-trip.ts';
import { type Case, defineRule, facts } from '../rule.ts';

/** Larger than what every path carries in one piece. */
const onePacketBytes = 1200;

export default defineRule({
  code: 'pubsub/unanswered',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const stop = stopOf(c);
    // Without an echo in time it is pubsub/not-delivered.
    if (stop?.failure !== 'timeout' || stop.stage === 'echo') return null;
    const { qos } = c.target.roundTrip;
    const missing =
      stop.stage === 'subscribe' ? 'SUBACK' : { 0: 'PINGRESP', 1: 'PUBACK', 2: 'PUBREC' }[qos];
    const { alive = null } = facts(c, 'pubsub');
    return { stage: stop.stage, missing, qos, alive, timeoutMs: c.target.limits.timeoutMs };
  },
  say: ({ stage, missing, qos, alive, timeoutMs }, c) => ({
    title: `The broker lets the client in and does not answer when it ${
      stage === 'subscribe' ? 'subscribes' : 'publishes'
    } to ${topicInWords(c)}.`,
    detail: `No ${missing} comes within ${timeoutMs} ms${
      missing === 'PINGRESP' ? ' to the PINGREQ after the message' : ''
    }, and the connection stays${
      alive === null ? '' : alive ? '; a PINGREQ is answered' : '; not even a PINGREQ is answered'
    }. That looks the same for several causes: ${either(causes(c, stage))}.`,
    remedies: [
      { text: 'Look into the log of the broker at this moment.' },
      ...(qos === 0 ? [] : [{ text: 'Try QoS 0.', command: checkAgain(c.target, '-q', '0') }]),
      { text: 'See whether it is slow only.', command: checkAgain(c.target, '--timeout', '30000') },
    ],
  }),
});

function causes({ target }: Case, stage: string): readonly string[] {
  const { qos, retain, payloadSize, topicIsOurs } = target.roundTrip;
  const publishing = stage !== 'subscribe';
  return [
    'the broker hangs: it is overloaded, or waits for its disk or for another node',
    `it ignores what it does not allow${topicIsOurs ? ' (it may know certain topics only)' : ''}`,
    ...(qos === 2 ? ['it does not take QoS 2, and says nothing about it'] : []),
    ...(publishing && retain
      ? ['it does not take retained messages, and says nothing about it']
      : []),
    ...(publishing && payloadSize > onePacketBytes
      ? ['something on the way loses large packets']
      : []),
  ];
}
