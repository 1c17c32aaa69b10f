// Looking the name up takes a noticeable part of connecting.

import { defineRule } from '../rule.ts';

/** A lookup that asks one name server and gets an answer takes a fraction of this. */
const slowMs = 1000;

export default defineRule({
  code: 'dns/slow',
  check: 'dns',
  severity: 'warning',
  side: 'network',
  when: (c) => {
    const { dns } = c.main.outcomes;
    return dns.status === 'ok' && dns.ms >= slowMs && { ms: dns.ms };
  },
  say: ({ ms }) => ({
    title: `Looking up the name takes ${Math.round(ms)} ms`,
    detail:
      'Most likely the first name server of this machine does not answer and the second one does. Clients with a short timeout fail now and then.',
    remedies: [
      {
        text: 'Take the name server that does not answer out of the settings of this machine',
        command: 'cat /etc/resolv.conf',
      },
    ],
  }),
});
