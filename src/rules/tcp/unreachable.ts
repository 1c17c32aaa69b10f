// There is no way to the address, and something says so.

import { isLoopback, isPrivate } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/unreachable',
  check: 'tcp',
  severity: 'error',
  side: 'network',
  explains: ['tcp/some-addresses-dead', 'tcp/ipv6-broken', 'dns/private-address'],
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'unreachable') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    const addresses = dials.map(({ address }) => address);
    const onlyIpv6 = dials.length > 0 && dials.every(({ family }) => family === 6);
    const inside = addresses.some((one) => isPrivate(one) && !isLoopback(one));
    return { port, addresses, onlyIpv6, inside, raw: dials[0]?.raw ?? null };
  },
  say: ({ port, addresses, onlyIpv6, inside }) => ({
    title: `There is no route to ${addresses.join(', ')} (port ${port})`,
    detail: onlyIpv6
      ? 'Only IPv6 addresses are known, and this machine has no working IPv6.'
      : `This machine or a router answers that the address cannot be reached, or a firewall forbids it${inside ? '; it is a private address, so a VPN may be needed' : ''}.`,
    remedies: [
      {
        text: 'See which way packets to it would go',
        command: `ip route get ${addresses[0] ?? 'ADDRESS'}`,
      },
      {
        text: 'Connect the network or the VPN that the address belongs to, or allow it in the firewall',
      },
    ],
  }),
});
