// Names with several addresses, and paths that are slow.

import type { Explanation } from '../../explanation.ts';

export const addresses: readonly Explanation[] = [
  {
    code: 'tcp/some-addresses-dead',
    severity: 'warning',
    summary: 'Some addresses of the name do not work',
    means:
      'The name has several addresses, and not all of them accept connections. A client that takes one of the others works; one that takes a dead one waits or fails, so it fails now and then.',
    causes: [
      'a node of a cluster is down and still in DNS',
      'an old address was left in DNS after a move',
      'a firewall knows some of the addresses only',
    ],
    remedies: [
      { text: 'Take addresses that are out of service out of DNS, or bring them back.' },
      {
        text: 'Try a single one.',
        command: 'mqtt-doctor check HOST --connect-to ADDRESS',
      },
    ],
  },
  {
    code: 'tcp/ipv6-broken',
    severity: 'warning',
    summary: 'IPv6 does not work, IPv4 does',
    means:
      'The name has addresses of both kinds, and only IPv4 works. Browsers try both at once and hide it. Simple clients take the first address they are given and hang or fail where that is the IPv6 one.',
    causes: [
      'the broker, or the firewall in front of it, does not serve IPv6 although DNS says so',
      'this network hands out IPv6 addresses and has no way out for them',
    ],
    remedies: [
      { text: 'Make the client use IPv4.', command: 'mqtt-doctor check HOST -4' },
      {
        text: 'Remove the AAAA record if the broker is not meant to be reached over IPv6, or open IPv6 on the way to it.',
      },
    ],
  },
  {
    code: 'tcp/slow',
    severity: 'warning',
    summary: 'Opening the connection takes long',
    means:
      'The first answer of the network takes a second or more. Half way round the world and back takes about a third of that, so most likely the first packet was lost and sent again.',
    causes: ['packets get lost on the way: weak radio, an overloaded line', 'a satellite link'],
    remedies: [{ text: 'Measure the path.', command: 'ping -c 20 HOST' }],
  },
];
