// The broker hangs up when the client publishes. What is seen is certain, the cause is open.

import { checkAgain } from '../commands.ts';
import { hangUpCauses, hangUpNotes, namedElsewhere, reasonOf } from '../hang-up.ts';
import { ruledOut } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { hungUp, stopOf, topicInWords, whilePublishing } from '../round-trip.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'pubsub/dropped-on-publish',
  check: 'pubsub',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const stop = stopOf(c);
    if (!stop || !whilePublishing(stop) || !hungUp(stop)) return null;
    if (stop.code !== null && namedElsewhere.includes(stop.code)) return null;
    const reason = reasonOf(stop);
    return { ...stop, reason, side: reason === null ? 'unclear' : 'server' };
  },
  say: ({ reason, ...stop }, c) => {
    const { topicIsOurs, qos, retain } = c.target.roundTrip;
    const { acknowledged = 0 } = facts(c, 'pubsub');
    return {
      title: `The broker ${endsIt(stop.failure)} when the client publishes to ${topicInWords(c)}.`,
      detail: [
        `PUBLISH is followed by the end of the connection, ${acknowledged > 0 && qos > 0 && stop.stage === 'echo' ? 'after its acknowledgement' : 'without an acknowledgement'}.`,
        ...hangUpNotes(c, stop),
        ...(reason === null ? [hangUpCauses(c, 'write to')] : []),
      ].join(' '),
      remedies: [
        ...(reason !== null
          ? []
          : topicIsOurs
            ? [
                {
                  text: 'Check with a topic that your client uses; what it publishes reaches whoever subscribes to it.',
                  command: checkAgain(c.target, '-t', 'TOPIC'),
                },
              ]
            : [{ text: 'On the broker, give the account the right to write to this topic.' }]),
        { text: 'Look into the log of the broker at this moment: it knows why.' },
        ...(qos === 0 || reason !== null || ruledOut(c, 'qos-0')
          ? []
          : [{ text: 'Try QoS 0.', command: checkAgain(c.target, '-q', '0') }]),
        ...(retain && reason === null && !ruledOut(c, 'no-retain')
          ? [{ text: 'Try without the retain flag.' }]
          : []),
      ],
    };
  },
});
