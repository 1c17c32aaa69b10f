// There is no way to the address, and something says so.

import { isLoopback, isPrivate } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'tcp/unreachable',
  check: 'tcp',
  severity: 'error',
  side: 'network',
  explains: ['dns/private-address'],
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'unreachable') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    const addresses = dials.map(({ address }) => address);
    const onlyIpv6 = dials.length > 0 && dials.every(({ family }) => family === 6);
    const inside = addresses.some((one) => isPrivate(one) && !isLoopback(one));
    return { port, addresses, onlyIpv6, inside };
  },
  say: ({ port, addresses, onlyIpv6, inside }, { target }) => ({
    title: `There is no route to ${addresses.join(', ') || target.host} (port ${port}).`,
    detail: `Something says that the address cannot be reached: this machine knows no way to it, a router does not, no machine has it, or a firewall forbids it.${
      inside ? ' It is a private address, reachable only inside its own network.' : ''
    }${onlyIpv6 ? ' It is reached over IPv6 only, and this machine or its network may have none.' : ''}`,
    remedies: [
      {
        text: 'See whether that machine is on and has this address, and which way packets to it would go.',
        command: `ping -c 3 ${quote(addresses[0] ?? target.host)}; ip route get ${quote(addresses[0] ?? 'ADDRESS')}`,
      },
      {
        text: `Allow incoming TCP to port ${port} at the broker: firewalls that reject (firewalld does) answer like this.`,
      },
      ...(inside ? [{ text: 'Connect the network or the VPN that the address belongs to.' }] : []),
    ],
  }),
});
