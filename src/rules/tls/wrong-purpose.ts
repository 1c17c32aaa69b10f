// A good certificate, made for something else than a server.

import { defineRule, facts } from '../rule.ts';
import { leafOf } from './chain.ts';

const serverAuth = '1.3.6.1.5.5.7.3.1';
/** RFC 5280 §4.2.1.12, and others as OIDs. */
const names: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.2': 'client authentication',
  '1.3.6.1.5.5.7.3.3': 'code signing',
  '1.3.6.1.5.5.7.3.4': 'e-mail protection',
  '1.3.6.1.5.5.7.3.8': 'time stamping',
  '1.3.6.1.5.5.7.3.9': 'OCSP signing',
};
const any = '2.5.29.37.0';

export default defineRule({
  code: 'tls/wrong-purpose',
  check: 'tls',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const leaf = leafOf(c);
    const { verification } = facts(c, 'tls');
    if (!leaf || !verification || verification.trusted) return null;
    const limited =
      leaf.purposes.length > 0 && ![serverAuth, any].some((one) => leaf.purposes.includes(one));
    if (verification.code !== 'INVALID_PURPOSE' && !limited) return null;
    return {
      subject: leaf.subject,
      purposes: leaf.purposes,
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ subject, purposes }) => ({
    title: `The certificate that the server shows is not made for servers.`,
    detail: `${subject} may be used for ${purposes.map((one) => names[one] ?? one).join(', ') || 'other purposes'} (extended key usage), and server authentication is not among them. It looks as if a client certificate was put into the settings of the broker.`,
    remedies: [
      {
        text: 'Give the broker a certificate with the extended key usage serverAuth.',
      },
    ],
  }),
});
