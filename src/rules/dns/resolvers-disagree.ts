// The system's resolver and a name server say things that cannot both be right.

import { isLoopback, isPrivate, isUnspecified } from '../../address.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'dns/resolvers-disagree',
  check: 'dns',
  severity: 'warning',
  side: 'network',
  when: (c) => {
    const { addresses = [], hostsFile = [], resolver, source } = facts(c, 'dns');
    if (!resolver || source !== 'system' || hostsFile.length > 0) return null;
    const system = addresses.map(({ address }) => address);
    const wire = resolver.addresses.map(({ address }) => address);
    const missing = system.length > 0 && resolver.a === 'nxdomain' && resolver.aaaa === 'nxdomain';
    // Different public addresses are everyday load balancing; an inside address against an outside one is not.
    const split = system.length > 0 && wire.length > 0 && inside(system) !== inside(wire);
    if (!missing && !split) return null;
    return {
      // In a cluster the system completes `mosquitto.iot` by the domains it searches, as it should.
      ...(missing && inside(system) ? { severity: 'info' as const } : {}),
      name: c.target.host,
      system,
      wire,
      server: resolver.server,
    };
  },
  say: ({ name, system, wire, server }) => ({
    title: `This machine and the name server ${server} disagree about ${name}.`,
    detail: `getaddrinfo, which clients use, gives ${system.join(', ')}; the name server gives ${
      wire.length > 0
        ? `${wire.join(', ')}. Split DNS, a VPN or a local cache does this.`
        : 'no such name. Search domains, split DNS, a VPN or a local cache do this.'
    }`,
    remedies: [
      {
        text: 'Find out which of the two the failing client uses; containers often use the other one.',
      },
    ],
  }),
});

function inside(all: readonly string[]): boolean {
  return (
    all.length > 0 && all.every((one) => isPrivate(one) || isLoopback(one) || isUnspecified(one))
  );
}
