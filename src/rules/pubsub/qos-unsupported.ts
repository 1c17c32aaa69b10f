// The broker does not take the QoS asked for: by its own word (Maximum QoS, 155), or proven by
// a trial with a lower one.

import { factsOf, type Trial } from '../../evidence.ts';
import { checkAgain } from '../commands.ts';
import { flippedHere, hungUp, seen, stopOf } from '../round-trip.ts';
import { type Case, defineRule, facts } from '../rule.ts';

const qosNotSupported = 155;

export default defineRule({
  code: 'pubsub/qos-unsupported',
  check: 'pubsub',
  severity: 'error',
  side: 'client',
  explains: [
    'pubsub/dropped-on-publish',
    'pubsub/dropped-on-subscribe',
    'pubsub/subscribe-denied',
    'pubsub/publish-denied',
    'pubsub/not-delivered',
    'pubsub/unanswered',
  ],
  when: (c) => {
    const { qos } = c.target.roundTrip;
    const stop = stopOf(c);
    if (!stop || qos === 0) return null;
    const announced = announcedQos(c);
    const lower = lowerThatWorks(c);
    const found = { ...stop, qos, announced };
    if (lower !== null) return { ...found, works: lower, certainty: 'proven' };
    if (stop.code === qosNotSupported) return { ...found, works: null, certainty: 'observed' };
    // SUBSCRIBE may ask for any QoS; a PUBLISH above the maximum is an error [MQTT-3.2.2-11].
    const tooHigh = announced !== null && qos > announced && stop.stage === 'publish';
    const fits =
      stop.code === null ? hungUp(stop) || stop.failure === 'timeout' : stop.code === 130;
    return tooHigh && fits && { ...found, works: null, certainty: 'observed' };
  },
  say: ({ qos, announced, works, certainty, ...stop }, c) => {
    const other = works ?? announced ?? (qos === 2 ? 1 : 0);
    return {
      title: `The broker does not take QoS ${qos}${certainty === 'proven' ? `; QoS ${other} works` : ''}.`,
      detail: [
        `With QoS ${qos}, ${stop.stage === 'subscribe' ? 'SUBSCRIBE' : 'PUBLISH'} is followed by ${seen(stop)}.`,
        ...(announced === null || announced >= qos
          ? []
          : [`Its CONNACK announces QoS ${announced} as the highest.`]),
        ...(certainty === 'proven'
          ? [`With QoS ${other}, and everything else the same, the round trip works.`]
          : []),
      ].join(' '),
      remedies: [
        {
          text: `Publish and subscribe with QoS ${other} in the client; a will counts as well.`,
          command: checkAgain(c.target, '-q', String(other)),
        },
        { text: 'Or raise the highest QoS in the settings of the broker, if it has one.' },
      ],
    };
  },
});

function announcedQos(c: Case): number | null {
  const { maximumQoS } = facts(c, 'connect').connack?.properties ?? {};
  return typeof maximumQoS === 'number' ? maximumQoS : null;
}

function lowerThatWorks(c: Case): 0 | 1 | null {
  // Not authorized is about rights, whatever the QoS.
  if (stopOf(c)?.code === 135) return null;
  const one = c.target.roundTrip.qos === 2 ? flippedHere(c, 'qos-1', 'qos-0') : null;
  if (one && works(c, one)) return 1;
  const none = flippedHere(c, 'qos-0', 'qos-1');
  return none && works(c, none) ? 0 : null;
}

/** At QoS 0 a message that is denied is denied in silence: only what came back is a proof. */
function works({ target }: Case, { attempt }: Trial): boolean {
  const { received = 0, acknowledged = 0, qos = 0, suback } = factsOf(attempt, 'pubsub');
  const { publish, subscribe } = target.roundTrip;
  if (!publish) return suback !== undefined && suback !== null && suback.code < 128;
  return subscribe ? received > 0 : qos > 0 && acknowledged > 0;
}
