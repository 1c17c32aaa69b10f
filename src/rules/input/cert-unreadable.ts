// No certificate can be read from the file of the client certificate.

import { areSwapped, remediesFor, troubleOf } from '../credential-file.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/cert-unreadable',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientCertificate, clientKey = null } = facts(c, 'input');
    if (!clientCertificate?.problem || !problems?.includes('cert-unreadable')) return null;
    const { file, problem, holds } = clientCertificate;
    return { file, problem, holds, swapped: areSwapped({ clientCertificate, clientKey }) };
  },
  say: ({ swapped, ...found }) => ({
    title: `The client certificate ${found.file} ${troubleOf(found, 'certificate')}.`,
    detail: swapped
      ? 'The key file holds a certificate: the two are given the wrong way round. Nothing was sent.'
      : 'Without it the client cannot prove to the server who it is. Nothing was sent.',
    remedies: swapped
      ? [{ text: 'Give the two files the other way round, --cert for --key.' }]
      : found.holds.includes('certificate request')
        ? [
            {
              text: 'A request becomes a certificate when the authority signs it: send it there, and give the file that comes back.',
              command: `openssl req -in ${quote(found.file)} -noout -subject`,
            },
          ]
        : remediesFor(found, 'certificate'),
  }),
});
