// Messages take long from publisher to subscriber.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';

/**
 * There and back is one round trip of the path and a few milliseconds in the broker: a second is
 * far beyond that, unless the path itself is so long (a satellite's has 0.6 s).
 */
const slowMs = 1000;
const slowRoundTrips = 4;

export default defineRule({
  code: 'pubsub/slow',
  check: 'pubsub',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { pubsub } = c.main.outcomes;
    if (pubsub.status !== 'ok') return null;
    const { latency, received } = pubsub.facts;
    const { dials = [] } = facts(c, 'tcp');
    const pathMs = Math.max(
      0,
      ...dials.filter((one) => one.result === 'connected').map(({ ms }) => ms),
    );
    const slow = latency && latency.medianMs >= Math.max(slowMs, slowRoundTrips * pathMs);
    return slow && { ...latency, received, pathMs };
  },
  say: ({ medianMs, p95Ms, received }, { target }) => ({
    title: `A message takes ${(medianMs / 1000).toFixed(1)} s to come back.`,
    detail:
      received > 1
        ? `That is the median of ${received}; 95 of 100 come within ${(p95Ms / 1000).toFixed(1)} s. A queue, a limit for the rate, or a slow disk under a broker that stores every message holds them back.`
        : 'A queue, a limit for the rate, or a slow disk under a broker that stores every message holds it back.',
    remedies: [
      {
        text: 'Measure more messages, and again at another time of day.',
        command: checkAgain(target, '--count', '20'),
      },
      { text: 'See how loaded the broker is, and whether it limits the rate of this client.' },
    ],
  }),
});
