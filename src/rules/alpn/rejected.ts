// The server knows none of the offered protocols.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';

export default defineRule({
  code: 'alpn/rejected',
  check: 'alpn',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake'],
  when: (c) => {
    const { alert, alpnOffered = [] } = facts(c, 'tls');
    // Where none was offered, one is required.
    if (alert?.number !== 120 || alpnOffered.length === 0) return null;
    const certainty = helped(c, 'alpn-none') ? ('proven' as const) : ('observed' as const);
    return { offered: alpnOffered, certainty };
  },
  say: ({ offered, certainty }, { target }) => ({
    title: `The server does not accept the protocol offered in TLS (ALPN): ${offered.join(', ')}`,
    detail: `It refuses the handshake with "no application protocol" (alert 120).${
      certainty === 'proven' ? ' Where none is offered the connection gets further.' : ''
    }`,
    remedies: [
      {
        text: 'Leave ALPN out of the settings of the client',
        command: checkAgain({ ...target, tls: target.tls && { ...target.tls, alpn: [] } }),
      },
      {
        text: 'Or offer the name that the provider documents for this port',
        command: checkAgain(target, '--alpn', 'NAME'),
      },
    ],
  }),
});
