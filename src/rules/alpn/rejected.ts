// The server knows none of the offered protocols.

import { defineRule, facts, helped } from '../rule.ts';

export default defineRule({
  code: 'alpn/rejected',
  check: 'alpn',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake'],
  when: (c) => {
    const { alert, alpnOffered = [] } = facts(c, 'tls');
    if (alert?.number !== 120) return null;
    const proven = helped(c, 'alpn-none') ? { certainty: 'proven' as const } : {};
    return { offered: alpnOffered, ...proven };
  },
  say: ({ offered }) => ({
    title: `The server does not accept the protocol offered in TLS (ALPN): ${offered.join(', ') || 'none'}`,
    detail: `It refuses the handshake with "no application protocol" (alert 120).${offered.length === 0 ? ' None was offered, and it wants one.' : ''}`,
    remedies: [
      offered.length > 0
        ? {
            text: 'Leave ALPN out of the settings of the client, or offer the name that the provider documents for this port',
          }
        : {
            text: 'Offer the name that the provider documents for this port',
            command: 'mqtt-doctor check TARGET --alpn NAME',
          },
    ],
  }),
});
