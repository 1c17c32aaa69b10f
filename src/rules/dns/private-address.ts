// A public name with an address that exists only inside some network.

import { isPrivate, isPublicName } from '../../address.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'dns/private-address',
  check: 'dns',
  severity: 'warning',
  side: 'unclear',
  when: (c) => {
    const { addresses = [] } = facts(c, 'dns');
    const inside = addresses.map(({ address }) => address).filter(isPrivate);
    if (inside.length === 0 || !isPublicName(c.target.host)) return null;
    return { name: c.target.host, addresses: inside };
  },
  say: ({ name, addresses }) => ({
    title: `The public name ${name} has a private address: ${addresses.join(', ')}.`,
    detail:
      'Such an address can be reached only from inside the network it belongs to. Elsewhere it leads nowhere, or to another machine.',
    remedies: [
      {
        text: 'From outside that network use a VPN, or let the name have a public address there.',
      },
    ],
  }),
});
