// What the CA file holds can vouch for no server: a leaf, a client certificate, a key.

import { inWords } from '../credential-file.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/ca-wrong-kind',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, ca } = facts(c, 'input');
    const found = ca?.find(({ problem }) => problem === 'no-authority');
    if (!found || !problems?.includes('ca-wrong-kind')) return null;
    const [first] = found.certificates;
    const { file, holds } = found;
    return {
      file,
      holds,
      subject: first?.subject ?? null,
      issuer: first?.issuer ?? null,
    };
  },
  say: ({ file, holds, subject, issuer }) => ({
    title:
      subject === null
        ? `The CA file ${file} holds ${inWords(holds)}, no certificate of an authority.`
        : `The certificate in the CA file ${file} is not one of an authority.`,
    detail:
      subject === null
        ? 'The server is verified against the certificate of the authority (CA) that issued its own. Nothing was sent.'
        : `It belongs to ${subject} and was issued by ${issuer}. OpenSSL, and with it most clients, lets only the certificate of an authority (CA) vouch for a server; those that also take the server's own (mbedTLS, Go, Java) need another test than this one. Nothing was sent.`,
    remedies: [
      {
        text:
          issuer === null
            ? 'Give the CA certificate that came with the broker, often called ca.crt or root.pem.'
            : `Give the certificate of the authority, ${issuer}, if it issued the server's too.`,
      },
      {
        text:
          subject === null
            ? 'See what the file holds.'
            : 'See what the certificate says; that of an authority says CA:TRUE.',
        command:
          subject === null
            ? `grep -e -----BEGIN ${quote(file)}`
            : `openssl x509 -in ${quote(file)} -noout -subject -issuer -ext basicConstraints`,
      },
    ],
  }),
});
