// The server's certificate is its own issuer, and nobody was told to trust it.

import { opensslClient } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { leafOf } from './chain.ts';

export default defineRule({
  code: 'tls/self-signed',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/unknown-ca', 'tls/hostname-mismatch', 'tls/address-as-name'],
  when: (c) => {
    const leaf = leafOf(c);
    const { verification } = facts(c, 'tls');
    // Its dates or its key may be wrong as well, and then OpenSSL gives the code for those.
    if (!verification || verification.trusted || !leaf?.selfSigned) return null;
    if (c.target.tls?.trust !== 'system') return null;
    const bypassed = c.target.tls.verify ? {} : { severity: 'info' as const };
    return {
      subject: leaf.subject,
      fingerprint: leaf.fingerprint,
      nameMatches: verification?.nameMatches ?? null,
      ...bypassed,
    };
  },
  say: ({ subject, fingerprint, nameMatches }, c) => ({
    title: `The server shows a self-signed certificate that this client was not told to trust.`,
    detail: `${subject} signed itself (SHA-256 ${fingerprint}). Nothing vouches for it, so a client has to be given this very certificate.${nameMatches === false ? ` It is also made out for another name than ${c.target.host}; a server that is asked without its name, or for a name it does not know, often shows such a certificate by default.` : ''}`,
    remedies: [
      {
        text: 'Get the certificate from whoever runs the broker, compare the fingerprint, and give it to the client as its CA file.',
        command: opensslClient(c.target, '-showcerts'),
      },
      {
        text: 'Better: let the broker use a certificate from an authority, public or your own.',
      },
    ],
  }),
});
