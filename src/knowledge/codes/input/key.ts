// The private key of the client certificate.

import type { Explanation } from '../../explanation.ts';

export const key: readonly Explanation[] = [
  {
    code: 'input/key-unreadable',
    severity: 'error',
    summary: 'The private key cannot be read',
    means:
      'A client certificate counts only together with its private key: with it the client proves that the certificate is its own. The file given for the key could not be read, or holds no key.',
    causes: [
      'the path is wrong, or this user may not read the file (keys are often readable by root alone)',
      'certificate and key were given the wrong way round',
      'it is a key of SSH, or an archive (PKCS#12, Java keystore)',
      'the text was damaged by copying',
    ],
    remedies: [
      { text: 'See what OpenSSL makes of it.', command: 'openssl pkey -in client.key -noout' },
      {
        text: 'Take the key out of an archive.',
        command: '(umask 077 && openssl pkcs12 -in client.p12 -nocerts -nodes -out client.key)',
      },
    ],
  },
  {
    code: 'input/key-encrypted',
    severity: 'error',
    summary: 'The key needs a passphrase, or another one',
    means:
      'The private key is encrypted in its file, and the passphrase for it is missing or wrong. Many MQTT clients for devices cannot use an encrypted key at all.',
    causes: [
      'no passphrase was given',
      'the passphrase has a typing error, or a line break at its end',
      'the key was encrypted for storage and was meant to be decrypted before use',
    ],
    remedies: [
      {
        text: 'Give a file that holds the passphrase.',
        command:
          'mqtt-doctor check HOST --cert client.crt --key client.key --key-passphrase-file FILE',
      },
      {
        text: 'If the client cannot use it so, store the key without a passphrase, for its user only.',
        command: '(umask 077 && openssl pkey -in client.key -out plain.key)',
      },
    ],
  },
  {
    code: 'input/key-mismatch',
    severity: 'error',
    summary: 'The key belongs to another certificate',
    means:
      'A certificate holds a public key, and only the private key of the same pair goes with it. The two files given here are of different pairs, so the client could not prove that the certificate is its own.',
    causes: [
      'files of two devices, brokers or accounts were mixed up',
      'the certificate was renewed with a new key, and only one of the two files was replaced',
    ],
    remedies: [
      {
        text: 'Compare the two public keys: files that belong together print the same line twice.',
        command:
          'openssl x509 -in client.crt -noout -pubkey | openssl sha256; openssl pkey -in client.key -pubout | openssl sha256',
      },
      { text: 'Give the key that was made with the request for this certificate.' },
    ],
  },
];
