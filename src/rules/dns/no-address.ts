// The name exists, and has no address of the kind asked for.

import { askElsewhere, knownInWords, knownTo, lookupFailed } from '../lookup.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/no-address',
  check: 'dns',
  severity: 'error',
  side: 'server',
  when: (c) => {
    if (!lookupFailed(c, 'no-address')) return null;
    const { resolver } = facts(c, 'dns');
    const { family } = c.target.route;
    const known = knownTo(c);
    return {
      name: c.target.host,
      family,
      chain: resolver?.chain.map(({ to }) => to) ?? [],
      server: resolver?.server ?? null,
      other: resolver?.addresses.map(({ address }) => address) ?? [],
      known,
      // The addresses that exist are of the other kind: -4 or -6 is what keeps them away.
      ...(family !== 0 ? { side: 'client' as const } : {}),
      certainty: known?.certainty ?? 'observed',
    };
  },
  say: ({ name, family, chain, other, known }, c) => {
    const kind =
      family === 4 ? 'IPv4 address (A)' : family === 6 ? 'IPv6 address (AAAA)' : 'address';
    const via =
      chain.length > 0 ? ` It is an alias (CNAME) of ${chain.join(' → ')}, which has none.` : '';
    const rest = family !== 0 && other.length > 0 ? ` It has ${other.join(', ')}.` : '';
    return {
      title: `The name ${name} has no ${kind}.`,
      detail: `The name exists in DNS, but not with an ${kind} to connect to.${via}${rest}${knownInWords(known)}`,
      remedies: [
        ...(known === null ? [] : [askElsewhere(c, known)]),
        family === 0
          ? {
              text: `Add an A or AAAA record for ${chain.at(-1) ?? 'the name'}, or use the name that has one.`,
              command: `dig ${quote(name)} A`,
            }
          : { text: `Leave out -${family}, so that both kinds of address are used.` },
      ],
    };
  },
});
