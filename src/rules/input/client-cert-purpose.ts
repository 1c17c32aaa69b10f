// The client certificate is made for something else. Some servers look (OpenSSL does, once
// they ask for a certificate), some do not, so it is a warning.

import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

const clientAuth = '1.3.6.1.5.5.7.3.2';
const anyPurpose = '2.5.29.37.0';

export default defineRule({
  code: 'input/client-cert-purpose',
  check: 'input',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    const { clientCertificate } = facts(c, 'input');
    const [first] = clientCertificate?.certificates ?? [];
    if (!clientCertificate || !first) return null;
    const { purposes, subject } = first;
    const other =
      purposes.length > 0 && !purposes.includes(clientAuth) && !purposes.includes(anyPurpose);
    const { file, maySign } = clientCertificate;
    return (other || maySign === false) && { file, subject, purposes, maySign };
  },
  say: ({ file, subject, purposes, maySign }) => ({
    title: `The client certificate ${file} is not made for signing in.`,
    detail: `${
      maySign === false
        ? `The key usage of ${subject} leaves out digital signatures`
        : `The extended key usage of ${subject} (${purposes.join(', ')}) leaves out client authentication (${clientAuth})`
    }. Servers that look at it refuse it in the TLS handshake.`,
    remedies: [
      {
        text: 'Have a certificate issued with keyUsage=digitalSignature and extendedKeyUsage=clientAuth.',
      },
      {
        text: 'See what this one is made for.',
        command: `openssl x509 -in ${quote(file)} -noout -ext keyUsage,extendedKeyUsage`,
      },
    ],
  }),
});
