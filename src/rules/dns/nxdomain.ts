// The name does not exist, or is an alias of one that does not.

import { askElsewhere, knownInWords, knownTo, lookupFailed } from '../lookup.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/nxdomain',
  check: 'dns',
  severity: 'error',
  side: 'client',
  when: (c) => {
    if (!lookupFailed(c, 'name-not-found')) return null;
    const { resolver } = facts(c, 'dns');
    const known = knownTo(c);
    const target = resolver?.chain.at(-1)?.to ?? null;
    // Who made the alias has to mend it; who has two resolvers, those.
    const side = known ? ('network' as const) : target ? ('server' as const) : ('client' as const);
    return {
      name: c.target.host,
      server: resolver?.server ?? null,
      alias: target,
      known,
      side,
      certainty: known?.certainty ?? 'observed',
    };
  },
  say: ({ name, server, alias, known }, c) => {
    const asked = server ? `The name server ${server}` : 'The resolver of this machine';
    if (known !== null) {
      const who = known.server === server ? 'The resolver of this machine' : asked;
      return {
        title: `${who} does not know the name ${name}, and another one does.`,
        detail: `It answers that there is no such name (NXDOMAIN).${knownInWords(known)} A name of a company or home network is known only there.`,
        remedies: [askElsewhere(c, known)],
      };
    }
    if (alias !== null) {
      return {
        title: `The name ${name} is an alias of ${alias}, which does not exist.`,
        detail: `${asked} follows the alias (CNAME) and answers that there is no such name (NXDOMAIN). That is what remains when a broker or load balancer is removed and its alias is not.`,
        remedies: [
          {
            text: 'Let the alias point to the name that the broker has now, or use that name.',
            command: `dig ${quote(name)} CNAME`,
          },
        ],
      };
    }
    return {
      title: `The name ${name} does not exist.`,
      detail: `${asked} answers that there is no such name (NXDOMAIN). No connection can start before it has an address.`,
      remedies: [
        {
          text: 'Compare the host name, letter by letter, with the one your provider shows; it changes when a broker is made anew.',
        },
        { text: 'Ask for the name yourself.', command: `dig ${quote(name)}` },
      ],
    };
  },
});
