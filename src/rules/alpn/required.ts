// It works only when a protocol is offered.

import { checkAgain } from '../commands.ts';
import { defineRule } from '../rule.ts';
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
  ],
  when: (c) => {
    if (!c.target.tls || c.target.tls.alpn.length > 0) return null;
    const names = namesThatHelped(c);
    return names.length > 0 && { names, port: c.target.port, certainty: 'proven' };
  },
  say: ({ names, port }, c) => ({
    title: `Port ${port} only serves clients that offer the protocol ${names.join(' or ')} in TLS (ALPN)`,
    detail:
      'Several protocols share this port, and the server tells them apart by the name offered in the TLS handshake (ALPN). None was offered.',
    remedies: [
      {
        text: `Set ALPN to ${names[0]} in the TLS options of the client`,
        command: checkAgain(c.target, '--alpn', names[0] ?? 'NAME'),
      },
      { text: 'If the client cannot set ALPN, use the MQTT port of its own, usually 8883' },
    ],
  }),
});
