// No name server answers.

import { askElsewhere, knownTo, lookupFailed } from '../lookup.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'dns/timeout',
  check: 'dns',
  severity: 'error',
  side: 'network',
  when: (c) => {
    if (!lookupFailed(c, 'resolver-silent')) return null;
    const { resolver } = facts(c, 'dns');
    const servers = resolver ? [resolver.server] : c.evidence.environment.resolvers;
    const known = knownTo(c);
    return {
      name: c.target.host,
      servers,
      // A port that refuses or an address without a route says so at once.
      absent: resolver?.a === 'unreachable' || resolver?.aaaa === 'unreachable',
      known,
      certainty: known?.certainty ?? 'observed',
    };
  },
  say: ({ name, servers, absent, known }, c) => {
    const asked = servers.join(', ') || 'the resolver of this machine';
    const seen = absent
      ? `There is no name server at ${asked}: the port is shut, or the address cannot be reached.`
      : `Asked: ${asked}. Nothing came back in time.`;
    const causes = absent
      ? 'The address of the name server is wrong, or it is not running.'
      : 'This machine has no network, its resolver is wrong, or something drops DNS (port 53).';
    const elsewhere =
      known && `The name server ${known.server} answers, and gives ${known.addresses.join(', ')}.`;
    return {
      title: known
        ? `The name server ${asked} does not answer, so ${name} has no address.`
        : `No name server answers, so ${name} has no address.`,
      detail: `${seen} ${elsewhere ?? causes}`,
      remedies: [
        ...(known === null
          ? [
              {
                text: 'See whether this machine is on the network and which name servers it uses.',
                command: 'cat /etc/resolv.conf',
              },
            ]
          : []),
        askElsewhere(c, known),
      ],
    };
  },
});
