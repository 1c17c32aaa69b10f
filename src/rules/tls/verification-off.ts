// --insecure was given: anyone could be at the other end.

import { defineRule, facts, succeeded } from '../rule.ts';

export default defineRule({
  code: 'tls/verification-off',
  check: 'tls',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    if (c.target.tls?.verify !== false || !succeeded(c, 'tls')) return null;
    const { verification } = facts(c, 'tls');
    return {
      wouldFail: verification ? !(verification.trusted && verification.nameMatches) : null,
    };
  },
  say: ({ wouldFail }) => ({
    title: `The certificate was not checked (--insecure).`,
    detail: wouldFail
      ? 'With the check, this connection fails. Without it, anyone between here and the broker can read the password.'
      : 'With the check, this connection works as well: there is no reason to leave it off.',
    remedies: [
      wouldFail
        ? {
            text: 'Use --insecure to find a fault, never to live with it: give the client the right CA file and host name.',
          }
        : { text: 'Leave out --insecure.' },
    ],
  }),
});
