// A certificate whose first day is still to come.

import type { Certificate } from '../../evidence.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { day, givenAuthorities } from './chain.ts';

export default defineRule({
  code: 'tls/not-yet-valid',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    if (!verification || verification.trusted) return null;
    const isEarly = ({ notBefore }: Certificate) => Date.parse(notBefore) > c.at;
    const isCause = verification.code === 'CERT_NOT_YET_VALID';
    const at = chain.findIndex(isEarly);
    const early = chain[at] ?? (isCause ? givenAuthorities(c).find(isEarly) : null);
    if (!early || (at > 0 && !isCause)) return null;
    const proven = isCause && helped(c, 'unverified') !== null;
    return {
      subject: early.subject,
      which: at === 0 ? 'server' : at > 0 ? 'intermediate' : 'authority',
      ...(proven ? { certainty: 'proven' as const } : {}),
      notBefore: early.notBefore,
      now: new Date(c.at).toISOString(),
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ subject, which, notBefore, now }) => ({
    title:
      which === 'server'
        ? `The server's certificate is good only from ${day(notBefore)} on.`
        : `A certificate above the server's is good only from ${day(notBefore)} on: ${subject}.`,
    detail: `${subject} starts at ${notBefore}, and the clock of this machine says ${now}. If that clock is right, the certificate was made with a wrong one or for later use; if not, the clock is the cause.`,
    remedies: [
      {
        text: 'Compare the clock of this machine with the real time, and set it (NTP).',
        command: 'date -u',
      },
      {
        text: 'If the clock is right, make the certificate anew on a machine whose clock is right.',
      },
    ],
  }),
});
