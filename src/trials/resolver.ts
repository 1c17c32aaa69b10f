// Another name server of this machine.

import { failureIn } from '../evidence.ts';
import type { Endpoint } from '../target.ts';
import { defineTrial } from './trial.ts';

export const resolver = defineTrial({
  id: 'resolver',
  label: (server) => `name server ${server}`,
  question: (server) => `Does the name server ${server} know the name?`,
  values: ({ target, main, resolvers }) => {
    if (failureIn(main, 'dns') === null) return [];
    const asked = target.route.resolver?.address ?? resolvers[0];
    return resolvers.filter((one) => one !== asked && endpoint(one)?.address !== asked).slice(0, 2);
  },
  change: (target, server) => ({
    ...target,
    route: { ...target.route, resolver: endpoint(server) },
  }),
  setting: 'resolver',
  from: ({ route }) => route.resolver?.address ?? null,
  upTo: 'dns',
  dialsAnew: true,
});

/** `address`, `address:port`, `[v6]:port`, as Node lists them. */
function endpoint(server: string): Endpoint | null {
  const [, six, four, port] =
    /^(?:\[([^\]]+)\]|([^:]+|[0-9a-f:]+))(?::(\d+))?$/i.exec(server) ?? [];
  const address = six ?? four;
  return address ? { address, port: port ? Number(port) : 53 } : null;
}
