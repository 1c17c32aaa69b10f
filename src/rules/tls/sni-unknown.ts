// The server does not know the name that was sent.

import { defineRule, facts, failureOf, helped } from '../rule.ts';

export default defineRule({
  code: 'tls/sni-unknown',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake', 'tls/cipher-mismatch', 'tls/timeout', 'protocol/silent'],
  when: (c) => {
    const { alert, serverNameSent } = facts(c, 'tls');
    if (!serverNameSent || failureOf(c, 'tls') === null) return null;
    // Without the name the server goes on: it is the name that it refuses.
    const without = helped(c, 'sni-none');
    if (without) return { name: serverNameSent, alert: alert?.number ?? null, certainty: 'proven' };
    return alert?.number === 112 && { name: serverNameSent, alert: alert.number };
  },
  say: ({ name, alert, certainty }) => ({
    title: `The server does not know the name ${name}`,
    detail: `${alert === 112 ? 'It answers the server name (SNI) in our first message with "unrecognized name" (alert 112)' : 'It refuses the handshake as soon as that server name (SNI) is sent'}${certainty === 'proven' ? ', and goes on when no name is sent' : ''}. Shared brokers and TLS front ends tell their customers apart by this name: it is mistyped, an own alias (CNAME) of it, or the deployment is gone.`,
    remedies: [
      {
        text: 'Use the exact host name that the console of the provider shows',
      },
      { text: 'See whether the deployment is still running' },
    ],
  }),
});
