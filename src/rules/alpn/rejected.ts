// The server knows none of the offered protocols, and can do without one.

import type { Remedy } from '../../finding.ts';
import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts, failureOf, helped } from '../rule.ts';
import { namesThatHelped, otherwiseLetIn } from './names.ts';

export default defineRule({
  code: 'alpn/rejected',
  check: 'alpn',
  severity: 'error',
  side: 'client',
  explains: [
    'tls/closed-in-handshake',
    'tls/timeout',
    'tls/cipher-mismatch',
    'tls/sni-unknown',
    'alpn/ignored',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
    'protocol/http',
  ],
  when: (c) => {
    const { alert, alpnOffered: offered = [] } = facts(c, 'tls');
    // Where none was offered, one is required.
    if (offered.length === 0) return null;
    const side = c.target.webSocket ? ('server' as const) : ('client' as const);
    const found = { offered, alert: alert?.number === 120, names: namesThatHelped(c), side };
    if (helped(c, 'alpn-none') && isAboutName(c)) return { ...found, certainty: 'proven' };
    return found.alert && { ...found, certainty: 'observed' };
  },
  say: ({ offered, alert, names, certainty }, { target }) => ({
    title: `The server does not accept the protocol offered in TLS (ALPN): ${offered.join(', ')}.`,
    detail: [
      ...(alert ? ['It refuses the handshake with "no application protocol" (alert 120).'] : []),
      ...(certainty === 'proven'
        ? [
            `Where none is offered${names.length > 0 ? `, or ${names.join(' or ')},` : ''} the connection gets further.`,
          ]
        : []),
    ].join(' '),
    remedies:
      target.webSocket && offered.join() === 'http/1.1'
        ? forWebSocket
        : [
            {
              text: 'Leave ALPN out of the settings of the client.',
              command: checkAgain({ ...target, tls: target.tls && { ...target.tls, alpn: [] } }),
            },
            {
              text: 'Or offer the name that the provider documents for this port.',
              command: checkAgain(target, '--alpn', names[0] ?? 'NAME'),
            },
          ],
  }),
});

/** What browsers offer cannot be set. */
const forWebSocket: readonly Remedy[] = [
  {
    text: 'Let the server accept http/1.1, which browsers offer for WebSocket and have no setting for.',
  },
  { text: 'A client that is no browser may offer no protocol at all, and get further.' },
];

/** After a handshake in which a name was agreed, or for a guest, it may be anything. */
function isAboutName(c: Case): boolean {
  if (failureOf(c, 'tls') !== null) return true;
  return facts(c, 'tls').alpnSelected === null && !otherwiseLetIn(c);
}
