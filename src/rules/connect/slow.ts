// CONNACK takes long.

import { defineRule } from '../rule.ts';

/**
 * A healthy broker answers within the round trip and a few milliseconds; a credential service
 * behind it adds some hundred. At two seconds devices with short time-outs begin to fail.
 */
const slowMs = 2000;

export default defineRule({
  code: 'connect/slow',
  check: 'connect',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { connect } = c.main.outcomes;
    return connect.status === 'ok' && connect.ms >= slowMs && { ms: connect.ms };
  },
  say: ({ ms }) => ({
    title: `The broker takes ${(ms / 1000).toFixed(1)} s to answer CONNECT.`,
    detail:
      'Clients with short time-outs give up and come again, which makes it slower still. Mostly the service that checks credentials is slow, or the broker has too much to do.',
    remedies: [
      {
        text: 'Measure what the broker asks when a client signs in: database, HTTP service, directory; and what name lookups it makes.',
      },
      { text: 'Give clients a connect time-out of at least 10 s until then.' },
    ],
  }),
});
