// The private key belongs to another certificate.

import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/key-mismatch',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientCertificate, clientKey } = facts(c, 'input');
    const subject = clientCertificate?.certificates[0]?.subject;
    if (!clientKey || subject === undefined || !problems?.includes('key-mismatch')) return null;
    return {
      certificate: clientCertificate?.file ?? '',
      key: clientKey.file,
      subject,
    };
  },
  say: ({ certificate, key, subject }) => ({
    title: `The key ${key} does not belong to the certificate ${certificate}.`,
    detail: `The certificate is that of ${subject}, and its public key is not the one of this private key: one of the two files comes from another pair. Nothing was sent.`,
    remedies: [
      {
        text: 'Compare the two public keys: files that belong together print the same line.',
        command: `openssl x509 -in ${quote(certificate)} -noout -pubkey | openssl sha256; openssl pkey -in ${quote(key)} -pubout | openssl sha256`,
      },
      {
        text: 'Give the key that was made with the request for this certificate.',
      },
      {
        text: 'If it is lost, make a new key and have a new certificate issued for it.',
        command:
          'openssl req -new -newkey rsa:2048 -nodes -keyout client.key -out client.csr -subj /CN=CLIENT',
      },
    ],
  }),
});
