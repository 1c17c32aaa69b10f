// A protocol was offered, and the server wants another one.

import { checkAgain } from '../commands.ts';
import { defineRule, helped } from '../rule.ts';
import { namesThatHelped } from './names.ts';

export default defineRule({
  code: 'alpn/wrong-name',
  check: 'alpn',
  severity: 'error',
  side: 'client',
  explains: [
    'alpn/rejected',
    'alpn/ignored',
    'tls/closed-in-handshake',
    'tls/timeout',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
    'protocol/http',
    'protocol/websocket-port',
  ],
  when: (c) => {
    const offered = c.target.tls?.alpn ?? [];
    const names = namesThatHelped(c);
    // Where none is needed either, the name was the trouble: alpn/rejected.
    if (helped(c, 'alpn-none')) return null;
    return offered.length > 0 && names.length > 0 && { offered, names, certainty: 'proven' };
  },
  say: ({ offered, names }, c) => ({
    title: `The server wants the protocol ${names.join(' or ')} in TLS (ALPN), not ${offered.join(', ')}.`,
    detail: 'With the other name, and nothing else changed, the connection gets further.',
    remedies: [
      {
        text: `Set ALPN to ${names[0]} in the TLS options of the client.`,
        command: checkAgain({ ...c.target }, '--alpn', names[0] ?? 'NAME'),
      },
    ],
  }),
});
