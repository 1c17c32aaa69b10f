// The private key is encrypted, and its passphrase is missing or wrong.

import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/key-encrypted',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, clientKey } = facts(c, 'input');
    if (!clientKey?.locked || !problems?.includes('key-encrypted')) return null;
    return { file: clientKey.file, locked: clientKey.locked };
  },
  say: ({ file, locked }) => ({
    title:
      locked === 'passphrase-missing'
        ? `The key file ${file} is encrypted, and no passphrase is given.`
        : `The passphrase does not open the key file ${file}.`,
    detail:
      'The key cannot be used before it is decrypted. Many MQTT clients for devices cannot do that at all. Nothing was sent.',
    remedies: [
      locked === 'passphrase-missing'
        ? {
            text: 'Give a file that holds the passphrase, with --key-passphrase-file FILE.',
          }
        : {
            text: 'Check the passphrase: letter case and spaces count.',
          },
      {
        text: 'Try the passphrase by hand.',
        command: `openssl pkey -in ${quote(file)} -noout`,
      },
      {
        text: 'If the client needs it so, store the key without a passphrase, for its user only.',
        command: `(umask 077 && openssl pkey -in ${quote(file)} -out plain.key)`,
      },
    ],
  }),
});
