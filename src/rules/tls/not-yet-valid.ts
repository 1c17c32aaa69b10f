// A certificate whose first day is still to come.

import { defineRule, facts, helped } from '../rule.ts';
import { day } from './chain.ts';

export default defineRule({
  code: 'tls/not-yet-valid',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    const early = chain.find(({ notBefore }) => Date.parse(notBefore) > c.at);
    if (!early || !verification || verification.trusted) return null;
    return {
      subject: early.subject,
      ...(helped(c, 'unverified') ? { certainty: 'proven' as const } : {}),
      notBefore: early.notBefore,
      now: new Date(c.at).toISOString(),
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ subject, notBefore, now }) => ({
    title: `The server's certificate is good only from ${day(notBefore)} on`,
    detail: `${subject} starts at ${notBefore}, and the clock of this machine says ${now}. If that clock is right, the certificate was made with a wrong one or for later use; if not, the clock is the cause.`,
    remedies: [
      {
        text: 'Compare the clock of this machine with the real time, and set it (NTP)',
        command: 'date -u',
      },
      {
        text: 'If the clock is right, make the certificate anew on a machine whose clock is right',
      },
    ],
  }),
});
