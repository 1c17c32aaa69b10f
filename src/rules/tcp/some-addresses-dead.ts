// Some of the addresses do not work; clients that pick one of those fail now and then.

import { isLoopback } from '../../address.ts';
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
    // No IPv6 here says nothing about the broker; localhost is often on one of its two addresses only.
    const usual = dead.every(
      ({ address, family, result }) =>
        isLoopback(address) || (family === 6 && result === 'unreachable'),
    );
    return {
      ...(usual ? { severity: 'info' as const } : {}),
      port,
      dead: dead.map(({ address, result }) => ({ address, result })),
      total: dials.length,
    };
  },
  say: ({ dead, total }) => ({
    title: `${dead.length} of ${total} addresses do not accept connections`,
    detail: `${dead.map(({ address, result }) => `${address}: ${result === 'pending' ? 'no answer' : result}`).join('; ')}. A client that takes one of these waits or fails, another one works.`,
    remedies: [
      {
        text: 'Take addresses that are out of service out of DNS, or bring them back',
      },
    ],
  }),
});
