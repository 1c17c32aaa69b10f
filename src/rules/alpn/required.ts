// It works only when a protocol is offered.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { namesThatHelped } from './names.ts';

export default defineRule({
  code: 'alpn/required',
  check: 'alpn',
  severity: 'error',
  side: 'client',
  explains: [
    'alpn/rejected',
    'tls/closed-in-handshake',
    'tls/timeout',
    'tls/cipher-mismatch',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
    'protocol/http',
    'protocol/websocket-port',
  ],
  when: (c) => {
    if (!c.target.tls || c.target.tls.alpn.length > 0) return null;
    const names = namesThatHelped(c);
    const { port } = c.target;
    if (names.length > 0) return { names, port, certainty: 'proven' };
    return facts(c, 'tls').alert?.number === 120 && { names, port, certainty: 'observed' };
  },
  say: ({ names, port }, c) => ({
    title: `Port ${port} only serves clients that offer ${names.length > 0 ? `the protocol ${names.join(' or ')}` : 'a protocol that it knows'} in TLS (ALPN).`,
    detail: `Several protocols share this port, and the server tells them apart by the name offered in the TLS handshake (ALPN). None was offered${
      names.length > 0
        ? '; with the name, and nothing else changed, the connection gets further.'
        : ', and it refuses that with "no application protocol" (alert 120).'
    }`,
    remedies: [
      {
        text:
          names.length > 0
            ? `Set ALPN to ${names[0]} in the TLS options of the client.`
            : 'Set ALPN in the TLS options of the client to the name that the provider documents for this port.',
        command: checkAgain(c.target, '--alpn', names[0] ?? 'NAME'),
      },
      { text: 'If the client cannot set ALPN, use the MQTT port of its own, usually 8883.' },
    ],
  }),
});
