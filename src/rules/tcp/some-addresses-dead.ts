// Some of the addresses do not work; clients that pick one of those fail now and then.

import { isLocalhost } from '../../address.ts';
import { type CheckId, checkIds } from '../../evidence.ts';
import { dialsInWords } from '../dials.ts';
import { type Case, defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'tcp/some-addresses-dead',
  check: 'tcp',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { dials = [], port } = facts(c, 'tcp');
    const dead = dials.filter(({ result }) => result !== 'connected');
    const useless = uselessAddresses(c);
    if (!succeeded(c, 'tcp') || dead.length + useless.length === 0) return null;
    // No IPv6 here says nothing about the broker; of localhost's two addresses it often has one.
    const usual =
      useless.length === 0 &&
      (isLocalhost(c.target.host) ||
        dead.every(({ family, result }) => family === 6 && result === 'unreachable'));
    return {
      ...(usual ? { severity: 'info' as const } : {}),
      port,
      dead: dead.map(({ address, result }) => ({ address, result })),
      useless,
      total: dials.length,
    };
  },
  say: ({ dead, useless, total }) => ({
    title: `${dead.length + useless.length} of ${total} addresses ${dead.length + useless.length === 1 ? 'does' : 'do'} not ${useless.length === 0 ? 'accept connections' : 'serve'}.`,
    detail: `${[
      ...(dead.length > 0 ? [dialsInWords(dead)] : []),
      ...useless.map(
        ({ address, check }) => `${address}: accepts connections and fails at ${check}`,
      ),
    ].join('; ')}. A client that takes ${
      dead.length + useless.length === 1 ? 'this one' : 'one of these'
    } waits or fails, another one works.`,
    remedies: [
      {
        text: 'Take addresses that are out of service out of DNS, or bring them back.',
      },
    ],
  }),
});

/** `--deep`: addresses that are dialled with success, and no further. */
function uselessAddresses({ trials }: Case): readonly { address: string; check: CheckId }[] {
  return trials.flatMap(({ id, attempt }) => {
    const check = checkIds.find((one) => attempt.outcomes[one].status === 'failed');
    return id.startsWith(prefix) && check ? [{ address: id.slice(prefix.length), check }] : [];
  });
}

const prefix = 'deep-address-';
