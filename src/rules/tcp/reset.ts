// The connection is torn down while it is being made.

import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/reset',
  check: 'tcp',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'reset') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    return { port, addresses: dials.map(({ address }) => address) };
  },
  say: ({ port, addresses }) => ({
    title: `The connection to ${addresses.join(', ')}:${port} is reset as soon as it stands.`,
    detail:
      'Something accepts the connection and tears it down at once: a firewall that inspects connections, a load balancer without a working server behind it, or a connection limit.',
    remedies: [
      {
        text: 'Look into the log of the broker at this moment; if the connection is not there, something in front of it tears it down.',
      },
      { text: 'Try from another network.' },
    ],
  }),
});
