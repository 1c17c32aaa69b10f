// No name server answers.

import { isLocalName } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/timeout',
  check: 'dns',
  severity: 'error',
  side: 'network',
  when: (c) => {
    if (failureOf(c, 'dns') !== 'resolver-silent' || isLocalName(c.target.host)) return null;
    const { resolver } = facts(c, 'dns');
    const servers = resolver ? [resolver.server] : c.evidence.environment.resolvers;
    return { name: c.target.host, servers };
  },
  say: ({ name, servers }) => ({
    title: `No name server answers, so ${name} has no address`,
    detail: `Asked: ${servers.length > 0 ? servers.join(', ') : 'the resolver of this machine'}. Nothing came back in time: this machine has no network, its resolver is wrong, or something drops DNS (port 53).`,
    remedies: [
      {
        text: 'See whether this machine is on the network and which name servers it uses',
        command: 'cat /etc/resolv.conf',
      },
      {
        text: 'Try another name server',
        command: `mqtt-doctor check ${quote(name)} --resolver ADDRESS`,
      },
    ],
  }),
});
