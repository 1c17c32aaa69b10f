// The name does not exist.

import { isLocalName } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/nxdomain',
  check: 'dns',
  severity: 'error',
  side: 'client',
  when: (c) => {
    if (failureOf(c, 'dns') !== 'name-not-found' || isLocalName(c.target.host)) return null;
    const { resolver } = facts(c, 'dns');
    const known = resolver?.addresses.map(({ address }) => address) ?? [];
    return { name: c.target.host, server: resolver?.server ?? null, known };
  },
  say: ({ name, server, known }) => ({
    title: `The name ${name} does not exist`,
    detail:
      known.length > 0
        ? `This machine's resolver says that there is no such name, while the name server ${server} gives ${known.join(', ')}: the two are set up differently.`
        : `${server ? `The name server ${server}` : 'The resolver of this machine'} answers that there is no such name (NXDOMAIN). No connection can start before it has an address.`,
    remedies: [
      {
        text: 'Compare the host name, letter by letter, with the one your provider shows',
      },
      { text: 'Ask for the name yourself', command: `dig ${quote(name)}` },
    ],
  }),
});
