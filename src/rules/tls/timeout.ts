// The handshake begins and stalls.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tls/timeout',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    if (failureOf(c, 'tls') !== 'timeout') return null;
    const { bytesIn = 0 } = facts(c, 'tls');
    return { bytesIn, ms: c.target.limits.timeoutMs };
  },
  say: ({ bytesIn, ms }, c) => ({
    title: `The TLS handshake does not finish within ${ms / 1000} s.`,
    detail:
      bytesIn === 0
        ? 'The connection stands, and nothing answers our first message.'
        : `${bytesIn} bytes came back, and then nothing. Large packets that get lost on the way (MTU) look like this, and so does a server that is overloaded.`,
    remedies: [
      {
        text: 'Try from another network; if it works there, look at the MTU of this one (VPN, PPPoE, mobile).',
      },
      {
        text: 'Give it more time to see whether it is only slow.',
        command: checkAgain(c.target, '--timeout', '20000'),
      },
    ],
  }),
});
