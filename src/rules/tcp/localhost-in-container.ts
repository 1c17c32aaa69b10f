// Inside a container, localhost is the container.

import { isLocalhost, isLoopback } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/localhost-in-container',
  check: 'tcp',
  severity: 'error',
  side: 'client',
  explains: ['tcp/refused'],
  when: (c) => {
    const { container } = c.evidence.environment;
    if (!container || failureOf(c, 'tcp') !== 'refused') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    const own = dials.length > 0 && dials.every(({ address }) => isLoopback(address));
    return own && isLocalhost(c.target.host) && { host: c.target.host, port, sign: container };
  },
  say: ({ host, port, sign }) => ({
    title: `Inside this container ${host} is the container itself, and nothing listens on its port ${port}.`,
    detail: `This program runs in a container (${sign} is there), where localhost and 127.0.0.1 mean the container and not the machine around it. A broker outside of it, or in another container, has another address; one that is meant to run in here is not running.`,
    remedies: [
      {
        text: 'If the broker is another container, use its service name and put both on one network.',
        command: 'mqtt-doctor check mqtt://SERVICE',
      },
      {
        text: 'If it runs on the host machine, use host.docker.internal or the address of the host, and let it listen on more than loopback there.',
      },
      { text: 'If it is meant to run in this container, see what listens.', command: 'ss -ltnp' },
    ],
  }),
});
