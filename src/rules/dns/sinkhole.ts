// A filter answers instead of the real name server.

import { isLoopback, isPublicName, isUnspecified } from '../../address.ts';
import { defineRule, facts, succeeded } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/sinkhole',
  check: 'dns',
  severity: 'error',
  side: 'network',
  explains: ['tcp/refused', 'tcp/timeout', 'tcp/unreachable', 'tcp/localhost-in-container'],
  when: (c) => {
    const { addresses = [], hostsFile = [], source } = facts(c, 'dns');
    const given = addresses.map(({ address }) => address);
    if (given.length === 0 || source === 'literal' || hostsFile.length > 0) return null;
    const nowhere = given.every(isUnspecified);
    const toSelf = given.every((one) => isLoopback(one) || isUnspecified(one));
    if (!nowhere && !(toSelf && isPublicName(c.target.host))) return null;
    // Where a broker answers on it, the name is meant to be this machine's.
    if (succeeded(c, 'connect') || (succeeded(c, 'tcp') && !nowhere)) return null;
    return {
      name: c.target.host,
      addresses: given,
      certainty: nowhere ? 'observed' : 'likely',
    };
  },
  say: ({ name, addresses }) => ({
    title: `The name ${name} leads nowhere: DNS answers ${addresses.join(', ')}`,
    detail:
      'No broker has such an address. DNS filters (ad blockers, parental controls, company resolvers) answer like this for names they block.',
    remedies: [
      {
        text: 'Ask a name server outside the filter and compare',
        command: `mqtt-doctor check ${quote(name)} --resolver ADDRESS`,
      },
      {
        text: 'Allow the name in the filter (Pi-hole, AdGuard, router, company DNS)',
      },
    ],
  }),
});
