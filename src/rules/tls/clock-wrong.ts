// This machine's clock shows a time that cannot be, and a certificate fails for it.

import { defineRule, facts } from '../rule.ts';

/** This rule was written after that day, so no right clock shows an earlier one. */
const writtenAt = Date.parse('2026-11-01T00:00:00Z');

export default defineRule({
  code: 'tls/clock-wrong',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/not-yet-valid', 'input/client-cert-not-yet-valid'],
  when: (c) => {
    const { verification, chain = [] } = facts(c, 'tls');
    if (c.at >= writtenAt || !verification || verification.trusted) return null;
    // A clock that is slow makes certificates look too young, and does no other harm.
    const tooYoung =
      verification.code === 'CERT_NOT_YET_VALID' ||
      chain.some(({ notBefore }) => Date.parse(notBefore) > c.at);
    return tooYoung && { clock: new Date(c.at).toISOString() };
  },
  say: ({ clock }) => ({
    title: `The clock of this machine is wrong: it says ${clock}.`,
    detail:
      'That time has long passed. Certificates are held against the clock, so all of them look as if they were not good yet. Devices without a battery for the clock start in 1970 or at their build date.',
    remedies: [
      {
        text: 'Set the clock from the network (NTP) before connecting with TLS.',
        command: 'timedatectl set-ntp true',
      },
    ],
  }),
});
