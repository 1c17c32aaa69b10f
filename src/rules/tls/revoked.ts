// The authority has taken the certificate back.

import { defineRule, facts } from '../rule.ts';
import { leafOf } from './chain.ts';

export default defineRule({
  code: 'tls/revoked',
  check: 'tls',
  severity: 'error',
  side: 'server',
  when: (c) =>
    facts(c, 'tls').verification?.code === 'CERT_REVOKED' && {
      subject: leafOf(c)?.subject ?? 'the certificate',
    },
  say: ({ subject }) => ({
    title: `The certificate of the server has been revoked.`,
    detail: `The authority took back ${subject} before its time, usually because its key was lost or leaked.`,
    remedies: [{ text: 'Get a new certificate with a new key for the broker.' }],
  }),
});
