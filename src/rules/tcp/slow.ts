// The TCP handshake alone takes long.

import { defineRule, facts, succeeded } from '../rule.ts';

/** Half way round the world and back is about 300 ms; at 1000 ms the first packet was lost. */
const slowMs = 1000;

export default defineRule({
  code: 'tcp/slow',
  check: 'tcp',
  severity: 'warning',
  side: 'network',
  when: (c) => {
    const { dials = [], address } = facts(c, 'tcp');
    const dial = dials.find((one) => one.address === address);
    return (
      succeeded(c, 'tcp') && dial && dial.ms >= slowMs && { ms: dial.ms, address: dial.address }
    );
  },
  say: ({ ms, address }) => ({
    title: `Reaching ${address} takes ${Math.round(ms)} ms.`,
    detail:
      'At one second and above, the first packet was most likely lost and sent again. Expect lost packets and slow messages on this path.',
    remedies: [{ text: 'Measure the path.', command: `ping -c 20 ${address}` }],
  }),
});
