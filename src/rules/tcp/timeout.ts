// The connection attempt vanishes.

import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'tcp/timeout',
  check: 'tcp',
  severity: 'error',
  side: 'network',
  explains: ['tcp/some-addresses-dead', 'tcp/ipv6-broken', 'dns/private-address'],
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'timeout') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    return {
      port,
      addresses: dials.map(({ address }) => address),
      ms: c.target.limits.timeoutMs,
    };
  },
  say: ({ port, addresses, ms }) => ({
    title: `No answer from ${addresses.join(', ')} on port ${port} within ${ms / 1000} s`,
    detail:
      'Not even a refusal comes back: a firewall drops the packets (on this machine, on the way, or a cloud security group), or the address belongs to no machine that is on.',
    remedies: [
      {
        text: `Allow outgoing TCP to port ${port} here, and incoming TCP to it at the broker (firewall, security group, port forwarding)`,
      },
      {
        text: 'Try from another network, such as a phone hotspot; if it works there, this network is what blocks it',
      },
      {
        text: 'See how far packets get',
        command: `tcptraceroute ${quote(addresses[0] ?? 'HOST')} ${port}`,
      },
    ],
  }),
});
