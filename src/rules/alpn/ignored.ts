// A protocol was offered, and the server chose none.

import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'alpn/ignored',
  check: 'alpn',
  severity: 'warning',
  side: 'unclear',
  when: (c) => {
    const { offered = [], selected } = facts(c, 'alpn');
    // Browsers offer this one for WebSocket, and it is all the same without it.
    const usual = c.target.webSocket !== null && offered.join() === 'http/1.1';
    return succeeded(c, 'alpn') && !usual && offered.length > 0 && selected === null && { offered };
  },
  say: ({ offered }) => ({
    title: `The server ignores the protocol offered in TLS (ALPN): ${offered.join(', ')}.`,
    detail:
      'It went on without choosing one. Most brokers do not use ALPN, and then it can be left out; where a port is shared by several protocols, the connection may have gone to the wrong one.',
    remedies: [{ text: 'Leave ALPN out unless the provider asks for it.' }],
  }),
});
