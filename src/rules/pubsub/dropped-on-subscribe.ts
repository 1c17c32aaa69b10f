// The broker hangs up when the client subscribes. What is seen is certain, the cause is open.

import { checkAgain } from '../commands.ts';
import { hangUpCauses, hangUpNotes, namedElsewhere, reasonOf } from '../hang-up.ts';
import { ruledOut } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { hungUp, stopOf, topicInWords } from '../round-trip.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'pubsub/dropped-on-subscribe',
  check: 'pubsub',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const stop = stopOf(c);
    if (stop?.stage !== 'subscribe' || !hungUp(stop)) return null;
    if (stop.code !== null && namedElsewhere.includes(stop.code)) return null;
    const reason = reasonOf(stop);
    return { ...stop, reason, side: reason === null ? 'unclear' : 'server' };
  },
  say: ({ reason, ...stop }, c) => ({
    title: `The broker ${endsIt(stop.failure)} when the client subscribes to ${topicInWords(c)}.`,
    detail: [
      `CONNECT is accepted, and SUBSCRIBE is followed by the end of the connection instead of a SUBACK.`,
      ...hangUpNotes(c, stop),
      ...(reason === null ? [hangUpCauses(c, 'read')] : []),
    ].join(' '),
    remedies: [
      ...(reason !== null
        ? []
        : c.target.roundTrip.topicIsOurs
          ? [
              {
                text: 'Check with a topic that your client uses.',
                command: checkAgain(c.target, '-t', 'TOPIC'),
              },
            ]
          : [{ text: 'On the broker, give the account the right to read this topic.' }]),
      { text: 'Look into the log of the broker at this moment: it knows why.' },
      ...(c.target.roundTrip.qos === 0 || reason !== null || ruledOut(c, 'qos-0')
        ? []
        : [{ text: 'Try QoS 0.', command: checkAgain(c.target, '-q', '0') }]),
    ],
  }),
});
