// The name exists, and has no address of the kind asked for.

import { isLocalName } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/no-address',
  check: 'dns',
  severity: 'error',
  side: 'server',
  when: (c) => {
    if (failureOf(c, 'dns') !== 'no-address' || isLocalName(c.target.host)) return null;
    const { resolver } = facts(c, 'dns');
    const { family } = c.target.route;
    const chain = resolver?.chain.map(({ to }) => to) ?? [];
    return {
      name: c.target.host,
      family,
      chain,
      server: resolver?.server ?? null,
    };
  },
  say: ({ name, family, chain }) => {
    const kind =
      family === 4 ? 'IPv4 address (A)' : family === 6 ? 'IPv6 address (AAAA)' : 'address';
    const via =
      chain.length > 0 ? ` It is an alias (CNAME) of ${chain.join(' → ')}, which has none.` : '';
    return {
      title: `The name ${name} has no ${kind}`,
      detail: `The name exists in DNS, but not with an ${kind} to connect to.${via}`,
      remedies: [
        family === 0
          ? {
              text: 'Add an A or AAAA record for the name, or use the name that has one',
              command: `dig ${quote(name)} A`,
            }
          : {
              text: `Leave out -${family}, so that both kinds of address are used`,
            },
      ],
    };
  },
});
