// The CA file: against which authorities the server is to be verified.

import type { Explanation } from '../../explanation.ts';

export const authority: readonly Explanation[] = [
  {
    code: 'input/ca-unreadable',
    severity: 'error',
    summary: 'The CA file holds no readable certificate',
    means:
      'A client verifies a server with the certificate of the authority (CA) that issued the one of the server. The file given for that could not be read, or holds no certificate, so nothing could be verified with it. Nothing is sent before that is settled.',
    causes: [
      'the path is wrong, or counts from another folder',
      'this user may not read the file',
      'the file was cut off, pasted with spaces in front of its lines, or saved as UTF-16',
      'it is a keystore or an archive (JKS, PKCS#12) instead of PEM or DER',
      'a download saved the web page around the certificate instead of the certificate',
    ],
    remedies: [
      { text: 'See that the file is there and may be read.', command: 'ls -l ca.crt' },
      {
        text: 'See what OpenSSL makes of it; a PEM file begins with "-----BEGIN CERTIFICATE-----".',
        command: 'openssl x509 -in ca.crt -noout -subject -issuer -dates',
      },
    ],
  },
  {
    code: 'input/ca-wrong-kind',
    severity: 'error',
    summary: 'The CA file holds no certificate of a CA',
    means:
      'The file can be read, but what it holds vouches for no server: the certificate of a single server or client, a key, or a request. Only the certificate of an authority (CA) can be used to verify others.',
    causes: [
      'the certificate of the broker was given instead of the one of its issuer',
      'the files for CA, certificate and key were mixed up',
      'the CA was made without the mark of one (basicConstraints CA:TRUE)',
    ],
    remedies: [
      {
        text: 'Give the certificate of the authority, often called ca.crt or root.pem; it says CA:TRUE.',
        command: 'openssl x509 -in ca.crt -noout -subject -issuer -ext basicConstraints',
      },
      {
        text: 'If the certificate of the broker signs itself, that very certificate is the CA file.',
      },
    ],
  },
];
