// IPv4 works, IPv6 does not: what a client without happy eyeballs (RFC 8305) would suffer.

import { isLoopback } from '../../address.ts';
import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'tcp/ipv6-broken',
  check: 'tcp',
  severity: 'warning',
  side: 'network',
  explains: ['tcp/some-addresses-dead'],
  when: (c) => {
    const { dials = [] } = facts(c, 'tcp');
    const six = dials.filter(({ family }) => family === 6);
    const fourWorks = dials.some(({ family, result }) => family === 4 && result === 'connected');
    if (!succeeded(c, 'tcp') || !fourWorks || six.length === 0) return null;
    if (six.some(({ result, address }) => result === 'connected' || isLoopback(address)))
      return null;
    const first = dials[0];
    const hangs = first?.family === 6 && (first.result === 'pending' || first.result === 'timeout');
    const noIpv6Here = six.every(({ result }) => result === 'unreachable');
    return {
      severity: hangs ? ('error' as const) : noIpv6Here ? ('info' as const) : ('warning' as const),
      addresses: six.map(({ address }) => address),
      result: six[0]?.result ?? null,
      hangs,
    };
  },
  say: ({ addresses, result, hangs }) => ({
    title: hangs
      ? `Clients that try IPv6 first hang: ${addresses.join(', ')} never answers`
      : `The IPv6 address ${addresses.join(', ')} does not work, IPv4 does`,
    detail: `Over IPv6: ${result === 'pending' ? 'no answer' : result}; over IPv4 the connection stands. The system lists ${hangs ? 'the dead IPv6 address first, and a client that takes addresses in that order waits for it' : 'both, and clients that take only the first may fail'}.`,
    remedies: [
      {
        text: 'Make the client use IPv4, or the IPv4 address',
        command: 'mqtt-doctor check -4 HOST',
      },
      {
        text: 'Remove the AAAA record if the broker is not meant to be reached over IPv6, or open IPv6 on the way to it',
      },
    ],
  }),
});
