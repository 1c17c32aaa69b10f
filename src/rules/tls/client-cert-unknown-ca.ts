// The server does not trust whoever issued the client's certificate.

import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'tls/client-cert-unknown-ca',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/client-cert-rejected', 'connect/closed'],
  when: (c) => {
    const { alert, clientCertificate } = facts(c, 'tls');
    if (alert?.number !== 48 || !clientCertificate?.sent) return null;
    const sent = facts(c, 'input').clientCertificate?.certificates[0];
    return {
      issuer: sent?.issuer ?? 'its issuer',
      authorities: clientCertificate.authorities,
    };
  },
  say: ({ issuer, authorities }) => ({
    title: `The server does not trust the issuer of the client certificate: ${issuer}`,
    detail: `It refuses our certificate with "unknown CA" (alert 48).${authorities.length > 0 ? ` It trusts ${authorities.slice(0, 4).join('; ')}.` : ''} Either the certificate is of another broker, account or region, or the broker was not given the authority, or an intermediate certificate is missing from the client's file.`,
    remedies: [
      { text: 'Use the certificate that was issued for this broker' },
      {
        text: 'Or give the broker the authority of the client certificates (mosquitto.conf: cafile)',
      },
      {
        text: 'If an intermediate authority issued it, append that certificate to the file of the client certificate',
      },
    ],
  }),
});
