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
    if (dns.status !== 'ok' || dns.ms < slowMs) return null;
    const { source, resolver } = dns.facts;
    return { ms: dns.ms, source, server: resolver?.server ?? null, serverMs: resolver?.ms ?? null };
  },
  say: ({ ms, source, server, serverMs }) => {
    const itself = serverMs !== null && serverMs >= slowMs / 2;
    return {
      title: `Looking up the name takes ${Math.round(ms)} ms`,
      detail: `${
        source === 'resolver' || itself
          ? `The name server ${server} takes that long to answer, or its first answer is lost on the way.`
          : server !== null
            ? `The name server ${server} answers in ${Math.round(serverMs ?? 0)} ms; the resolver of this machine takes longer, as it does when it asks another one first, appends domains to the name, or asks by mDNS.`
            : 'Most likely the first name server of this machine does not answer and the second one does.'
      } Clients with a short timeout fail now and then.`,
      remedies: [
        {
          text: 'Take the name server that is slow or does not answer out of the settings of this machine',
          command: 'cat /etc/resolv.conf',
        },
      ],
    };
  },
});
