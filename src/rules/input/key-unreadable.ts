// No private key can be read from the key file.

import { areSwapped, remediesFor, troubleOf } from '../credential-file.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'input/key-unreadable',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientCertificate = null, clientKey } = facts(c, 'input');
    if (!clientKey?.problem || !problems?.includes('key-unreadable')) return null;
    // Said where the certificate is.
    if (areSwapped({ clientCertificate, clientKey })) return null;
    const { file, problem, holds } = clientKey;
    return { file, problem, holds };
  },
  say: (found) => ({
    title: `The key file ${found.file} ${troubleOf(found, 'private key')}.`,
    detail:
      'A client certificate counts only with the private key that belongs to it. Nothing was sent.',
    remedies: found.holds.includes('OpenSSH key')
      ? [
          {
            text: 'Make a key and a request for a certificate; keys of SSH do not belong to one.',
            command:
              'openssl req -new -newkey rsa:2048 -nodes -keyout client.key -out client.csr -subj /CN=CLIENT',
          },
        ]
      : remediesFor(found, 'private key'),
  }),
});
