// The client certificate is valid only from a later time, by the clock of this machine.

import { elapsed, minuteOf } from '../elapsed.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/client-cert-not-yet-valid',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientCertificate } = facts(c, 'input');
    const [first] = clientCertificate?.certificates ?? [];
    if (!clientCertificate || !first || !problems?.includes('client-cert-not-yet-valid')) {
      return null;
    }
    return {
      file: clientCertificate.file,
      subject: first.subject,
      notBefore: first.notBefore,
    };
  },
  say: ({ file, subject, notBefore }, { at }) => ({
    title: `The client certificate ${file} is not valid before ${minuteOf(notBefore)}.`,
    detail: `By this machine's clock it is ${minuteOf(new Date(at).toISOString())}, so the certificate of ${subject} begins in ${elapsed(Date.parse(notBefore) - at)}. Either that clock is slow, or the one of the issuer was fast. Nothing was sent.`,
    remedies: [
      {
        text: 'Compare the clock of this machine with another one.',
        command: 'date -u',
      },
      {
        text: 'If the clock is right, have the certificate issued again.',
        command: `openssl x509 -in ${quote(file)} -noout -dates`,
      },
    ],
  }),
});
