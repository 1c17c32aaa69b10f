// A certificate is past its last day.

import type { Certificate } from '../../evidence.ts';
import { opensslClient } from '../commands.ts';
import { elapsed } from '../elapsed.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { day, givenAuthorities } from './chain.ts';

export default defineRule({
  code: 'tls/expired',
  check: 'tls',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    if (!verification) return null;
    const isPast = ({ notAfter }: Certificate) => Date.parse(notAfter) < c.at;
    const past = chain.findIndex(isPast);
    const isCause = verification.code === 'CERT_HAS_EXPIRED';
    const certificate = chain[past] ?? (isCause ? givenAuthorities(c).find(isPast) : null);
    // An expired extra certificate hurts nobody who has another way to a root.
    if (!certificate || (past > 0 && !isCause)) return null;
    // Unchecked, the rest works: it is the certificate, and OpenSSL says that it is its date.
    const proven = isCause && helped(c, 'unverified') !== null;
    return {
      subject: certificate.subject,
      ...(proven ? { certainty: 'proven' as const } : {}),
      notAfter: certificate.notAfter,
      ago: elapsed(c.at - Date.parse(certificate.notAfter)),
      which: past === 0 ? 'server' : past > 0 ? 'intermediate' : 'authority',
      side: past < 0 ? ('client' as const) : ('server' as const),
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ subject, notAfter, ago, which }, c) => ({
    title:
      which === 'server'
        ? `The server's certificate expired on ${day(notAfter)}, ${ago} ago.`
        : which === 'intermediate'
          ? `A certificate in the server's chain expired on ${day(notAfter)}: ${subject}.`
          : `The authority in the CA file expired on ${day(notAfter)}: ${subject}.`,
    detail: `${subject} was good until ${notAfter}; the clock of this machine says ${new Date(c.at).toISOString()}.`,
    remedies:
      which === 'authority'
        ? [
            {
              text: 'Get the present CA file of the broker or the provider; the old root has been replaced.',
            },
          ]
        : [
            {
              text: 'Renew the certificate on the broker, and reload or restart the broker so that it uses the new one.',
            },
            {
              text: 'See the dates that the server shows right now.',
              command: `${opensslClient(c.target)} | openssl x509 -noout -dates`,
            },
          ],
  }),
});
