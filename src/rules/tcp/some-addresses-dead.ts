// Some of the addresses do not work; clients that pick one of those fail now and then.

import { isLocalhost } from '../../address.ts';
import { dialsInWords } from '../dials.ts';
import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'tcp/some-addresses-dead',
  check: 'tcp',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { dials = [], port } = facts(c, 'tcp');
    const dead = dials.filter(({ result }) => result !== 'connected');
    if (!succeeded(c, 'tcp') || dead.length === 0) return null;
    // No IPv6 here says nothing about the broker; of localhost's two addresses it often has one.
    const usual =
      isLocalhost(c.target.host) ||
      dead.every(({ family, result }) => family === 6 && result === 'unreachable');
    return {
      ...(usual ? { severity: 'info' as const } : {}),
      port,
      dead: dead.map(({ address, result }) => ({ address, result })),
      total: dials.length,
    };
  },
  say: ({ dead, total }) => ({
    title: `${dead.length} of ${total} addresses ${dead.length === 1 ? 'does' : 'do'} not accept connections`,
    detail: `${dialsInWords(dead)}. A client that takes ${
      dead.length === 1 ? 'this one' : 'one of these'
    } waits or fails, another one works.`,
    remedies: [
      {
        text: 'Take addresses that are out of service out of DNS, or bring them back',
      },
    ],
  }),
});
