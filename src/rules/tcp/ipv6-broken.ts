// IPv4 works, IPv6 does not: what a client without happy eyeballs (RFC 8305) would suffer.

import { isLocalhost } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { isSilent, resultInWords } from '../dials.ts';
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
    const four = dials.filter(({ family }) => family === 4);
    const [first] = six;
    // Of localhost's two addresses a broker often has one, and other machines are not concerned.
    if (!succeeded(c, 'tcp') || !first || isLocalhost(c.target.host)) return null;
    if (six.some(({ result }) => result === 'connected')) return null;
    const standing = four.filter(({ result }) => result === 'connected');
    const hangs = dials[0] === first && isSilent(first);
    // Where IPv4 is no better, it is not for being IPv6 that they fail.
    if (standing.length === 0 || (!hangs && standing.length < four.length)) return null;
    const noIpv6Here = six.every(({ result }) => result === 'unreachable');
    return {
      severity: hangs ? ('error' as const) : noIpv6Here ? ('info' as const) : ('warning' as const),
      addresses: six.map(({ address }) => address),
      result: resultInWords(first.result),
      hangs,
    };
  },
  say: ({ addresses, result, hangs }, { target }) => ({
    title: hangs
      ? `Clients that try IPv6 first hang: ${addresses.join(', ')} never answers.`
      : `The IPv6 address ${addresses.join(', ')} does not work, IPv4 does.`,
    detail: `Over IPv6: ${result}; over IPv4 the connection stands. ${
      hangs
        ? 'The dead IPv6 address comes first, and a client that takes addresses in that order waits for it.'
        : 'A client that takes only the first address it is given may fail.'
    }`,
    remedies: [
      {
        text: 'Make the client use IPv4, or the IPv4 address.',
        command: checkAgain(target, '-4'),
      },
      {
        text: 'Remove the AAAA record if the broker is not meant to be reached over IPv6, or open IPv6 on the way to it.',
      },
    ],
  }),
});
