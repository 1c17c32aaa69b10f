// Inside a container, localhost is the container.

import { isLoopback } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/localhost-in-container',
  check: 'tcp',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { container } = c.evidence.environment;
    if (!container || failureOf(c, 'tcp') !== 'refused') return null;
    const { dials = [] } = facts(c, 'tcp');
    if (!dials.every(({ address }) => isLoopback(address))) return null;
    return { host: c.target.host, sign: container, certainty: 'likely' };
  },
  say: ({ host }) => ({
    title: `Inside this container, ${host} is the container itself`,
    detail:
      'This program runs in a container, where localhost and 127.0.0.1 mean the container and not the machine around it. Nothing listens there on this port.',
    remedies: [
      {
        text: 'If the broker is another container, use its service name and put both on one network',
        command: 'mqtt-doctor check mqtt://SERVICE',
      },
      {
        text: 'If it runs on the host machine, use host.docker.internal or the address of the host',
      },
    ],
  }),
});
