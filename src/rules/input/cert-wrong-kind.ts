// The certificate of an authority is given as client certificate. OpenSSL takes the first of
// a file for the client's own.

import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/cert-wrong-kind',
  check: 'input',
  severity: 'error',
  side: 'client',
  explains: ['input/key-mismatch', 'input/client-cert-purpose'],
  when: (c) => {
    const { problems, clientCertificate } = facts(c, 'input');
    const [first, ...others] = clientCertificate?.certificates ?? [];
    if (!clientCertificate || !first || !problems?.includes('cert-wrong-kind')) return null;
    const leaf = others.find(({ isCa }) => !isCa)?.subject ?? null;
    return { file: clientCertificate.file, subject: first.subject, leaf };
  },
  say: ({ file, subject, leaf }) => ({
    title: `The client certificate ${file} begins with the certificate of an authority.`,
    detail: `${subject} is an authority (CA), which issues certificates and does not sign in with its own. ${
      leaf === null ? 'The file holds no other.' : `The client's may be the later one, ${leaf}.`
    } Nothing was sent.`,
    remedies: [
      leaf === null
        ? {
            text: 'Give the certificate that was issued to this client, often called client.crt.',
          }
        : {
            text: "Put the client's own certificate first in the file, its issuers behind it.",
          },
      {
        text: 'See what the file begins with; an authority shows CA:TRUE.',
        command: `openssl x509 -in ${quote(file)} -noout -subject -issuer -ext basicConstraints,keyUsage`,
      },
    ],
  }),
});
