// The server does not trust whoever issued the client's certificate.

import { defineRule, facts, helped } from '../rule.ts';
import { authoritiesInWords, offeredCertificate } from './client-cert.ts';

export default defineRule({
  code: 'tls/client-cert-unknown-ca',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/client-cert-rejected', 'tls/closed-in-handshake', 'connect/closed'],
  when: (c) => {
    const { alert, clientCertificate } = facts(c, 'tls');
    if (alert?.number !== 48 || !clientCertificate?.sent) return null;
    return {
      issuer: offeredCertificate(c).issuer,
      authorities: clientCertificate.authorities,
      ...(helped(c, 'no-client-certificate') ? { certainty: 'proven' as const } : {}),
    };
  },
  say: ({ issuer, authorities, certainty }) => ({
    title: `The server does not trust the issuer of the client certificate: ${issuer}.`,
    detail: `It refuses our certificate with "unknown CA" (alert 48).${authorities.length > 0 ? ` It trusts ${authoritiesInWords(authorities)}.` : ''}${certainty === 'proven' ? ' Without a certificate the connection gets further.' : ''} Either the certificate is of another broker, account or region, or the broker was not given the authority, or an intermediate certificate is missing from the client's file.`,
    remedies: [
      { text: 'Use the certificate that was issued for this broker.' },
      {
        text: 'Or give the broker the authority of the client certificates (mosquitto.conf: cafile).',
      },
      {
        text: 'If an intermediate authority issued it, append that certificate to the file of the client certificate.',
      },
    ],
  }),
});
