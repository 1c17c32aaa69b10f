// The client certificate is past its end.

import { elapsed, minuteOf } from '../elapsed.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/client-cert-expired',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientCertificate } = facts(c, 'input');
    const [first] = clientCertificate?.certificates ?? [];
    if (!clientCertificate || !first || !problems?.includes('client-cert-expired')) return null;
    return {
      file: clientCertificate.file,
      subject: first.subject,
      notAfter: first.notAfter,
    };
  },
  say: ({ file, subject, notAfter }, { at }) => ({
    title: `The client certificate ${file} expired ${elapsed(at - Date.parse(notAfter))} ago.`,
    detail: `The certificate of ${subject} was valid until ${minuteOf(notAfter)}; by this machine's clock it is ${minuteOf(new Date(at).toISOString())}. Servers refuse it in the TLS handshake. Nothing was sent.`,
    remedies: [
      {
        text: 'Have the certificate renewed by whoever issued it, and give the new file.',
      },
      {
        text: 'See how long it is valid, and what time this machine thinks it is.',
        command: `openssl x509 -in ${quote(file)} -noout -dates; date -u`,
      },
    ],
  }),
});
