// A certificate is past its last day.

import { opensslClient } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { day, daysBetween, givenAuthorities } from './chain.ts';

export default defineRule({
  code: 'tls/expired',
  check: 'tls',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    if (!verification) return null;
    const past = chain.findIndex(({ notAfter }) => Date.parse(notAfter) < c.at);
    const authority = givenAuthorities(c).find(({ notAfter }) => Date.parse(notAfter) < c.at);
    const certificate =
      chain[past] ?? (verification.code === 'CERT_HAS_EXPIRED' ? authority : null);
    if (!certificate) return null;
    // An expired extra certificate beside a chain that verifies hurts nobody here.
    if (past > 0 && verification.trusted) return null;
    return {
      subject: certificate.subject,
      ...(helped(c, 'unverified') ? { certainty: 'proven' as const } : {}),
      notAfter: certificate.notAfter,
      days: daysBetween(Date.parse(certificate.notAfter), c.at),
      which: past === 0 ? 'server' : past > 0 ? 'intermediate' : 'authority',
      side: past < 0 ? ('client' as const) : ('server' as const),
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ subject, notAfter, days, which }, c) => ({
    title:
      which === 'server'
        ? `The server's certificate expired on ${day(notAfter)}, ${days} days ago`
        : which === 'intermediate'
          ? `A certificate in the server's chain expired on ${day(notAfter)}: ${subject}`
          : `The authority in the CA file expired on ${day(notAfter)}: ${subject}`,
    detail: `${subject} was good until ${notAfter}; the clock of this machine says ${new Date(c.at).toISOString()}.`,
    remedies:
      which === 'authority'
        ? [
            {
              text: 'Get the present CA file of the broker or the provider; the old root has been replaced',
            },
          ]
        : [
            {
              text: 'Renew the certificate on the broker, and reload or restart the broker so that it uses the new one',
            },
            {
              text: 'See the dates that the server shows right now',
              command: `${opensslClient(c.target)} | openssl x509 -noout -dates`,
            },
          ],
  }),
});
