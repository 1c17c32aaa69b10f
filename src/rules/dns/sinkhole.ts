// A filter answers instead of the real name server.

import { isLoopback, isPublicName, isUnspecified } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'dns/sinkhole',
  check: 'dns',
  severity: 'error',
  side: 'network',
  explains: [
    'tcp/refused',
    'tcp/timeout',
    'tcp/unreachable',
    'tcp/localhost-in-container',
    'tcp/other-port-open',
    'dns/hosts-file-override',
  ],
  when: (c) => {
    const { addresses = [], hostsFile = [], source } = facts(c, 'dns');
    const given = addresses.map(({ address }) => address);
    if (given.length === 0 || source === 'literal') return null;
    const found = { name: c.target.host, addresses: given };
    // To dial 0.0.0.0 is to dial this machine: what answers there is not who is meant.
    if (given.every(isUnspecified)) {
      const byFile = given.every((one) => hostsFile.includes(one));
      return { ...found, by: byFile ? ('hosts file' as const) : ('DNS' as const), nowhere: true };
    }
    const toSelf = given.every((one) => isLoopback(one) || isUnspecified(one));
    if (!toSelf || hostsFile.length > 0 || !isPublicName(c.target.host)) return null;
    // Where something answers on it, the name may be meant to be this machine's.
    if (succeeded(c, 'tcp')) return null;
    return { ...found, by: 'DNS' as const, nowhere: false, certainty: 'likely' };
  },
  say: ({ name, addresses, by, nowhere }, { target }) => ({
    title: `The name ${name} leads ${nowhere ? 'nowhere' : 'back to this machine'}: ${
      by === 'DNS' ? 'DNS answers' : 'the hosts file says'
    } ${addresses.join(', ')}.`,
    detail: `${
      nowhere ? 'No broker has such an address.' : 'A broker of the public internet is not there.'
    } ${
      by === 'DNS'
        ? 'DNS filters (ad blockers, parental controls, company resolvers) answer like this for names they block.'
        : 'Lists that block advertisements put such lines into hosts files.'
    }`,
    remedies:
      by === 'DNS'
        ? [
            {
              text: 'Ask a name server outside the filter and compare.',
              command: checkAgain(target, '--resolver', 'ADDRESS'),
            },
            { text: 'Allow the name in the filter (Pi-hole, AdGuard, router, company DNS).' },
          ]
        : [{ text: 'Take the line out of the hosts file.', command: 'cat /etc/hosts' }],
  }),
});
