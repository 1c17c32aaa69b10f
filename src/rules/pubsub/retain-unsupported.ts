// The broker does not take retained messages: by its own word (Retain Available, 154), or proven
// by a trial without the flag.

import { flippedHere, hungUp, seen, stopOf } from '../round-trip.ts';
import { defineRule, facts } from '../rule.ts';

const retainNotSupported = 154;

export default defineRule({
  code: 'pubsub/retain-unsupported',
  check: 'pubsub',
  severity: 'error',
  side: 'client',
  explains: [
    'pubsub/dropped-on-publish',
    'pubsub/publish-denied',
    'pubsub/not-delivered',
    'pubsub/unanswered',
  ],
  when: (c) => {
    const stop = stopOf(c);
    if (!stop || !c.target.roundTrip.retain || stop.stage === 'subscribe') return null;
    const { retainAvailable } = facts(c, 'connect').connack?.properties ?? {};
    const announced = retainAvailable === false || retainAvailable === 0;
    const found = { ...stop, announced };
    // The trial with a fresh topic publishes without the flag, too.
    const proven = flippedHere(c, 'no-retain', 'topic-fresh') !== null;
    if (proven) return { ...found, certainty: 'proven' };
    if (stop.code === retainNotSupported) return { ...found, certainty: 'observed' };
    // A retained PUBLISH to such a broker is a protocol error [MQTT-3.2.2-14].
    const fits = stop.code === null ? hungUp(stop) : stop.code === 130;
    return announced && fits && { ...found, certainty: 'observed' };
  },
  say: ({ announced, certainty, ...stop }) => ({
    title: `The broker does not take retained messages${certainty === 'proven' ? ' from this client; without the flag it works' : ''}.`,
    detail: [
      `With the retain flag, PUBLISH is followed by ${seen(stop)}.`,
      ...(announced ? ['Its CONNACK says that it does not offer retained messages.'] : []),
      ...(certainty === 'proven'
        ? ['Without the flag, and with everything else the same, the round trip works.']
        : []),
    ].join(' '),
    remedies: [
      { text: 'Publish without the retain flag; a will counts as well.' },
      {
        text: 'Or allow retained messages on the broker, for this account and topic; some have a right of its own for it.',
      },
    ],
  }),
});
