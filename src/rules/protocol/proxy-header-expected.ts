// The listener wants to hear from its proxy (PROXY protocol) first.

import { defineRule, helped } from '../rule.ts';

export default defineRule({
  code: 'protocol/proxy-header-expected',
  check: 'tcp',
  severity: 'error',
  side: 'server',
  explains: [
    'tls/closed-in-handshake',
    'tls/timeout',
    'connect/closed',
    'connect/timeout',
    'connect/malformed-reply',
    'protocol/silent',
    'websocket/upgrade-refused',
  ],
  when: (c) => helped(c, 'proxy-header') && { port: c.target.port, certainty: 'proven' },
  say: ({ port }) => ({
    title: `Port ${port} expects the PROXY protocol, which only a proxy speaks.`,
    detail:
      'As soon as the connection begins with a PROXY header, the port answers. It is meant to be reached through a load balancer, or the load balancer in front of it does not send the header that the broker was told to expect.',
    remedies: [
      { text: 'Connect to the load balancer instead of the broker behind it.' },
      {
        text: 'If clients should come directly, turn the PROXY protocol off on this listener; if the load balancer stands between, turn it on there (HAProxy: send-proxy).',
      },
    ],
  }),
});
