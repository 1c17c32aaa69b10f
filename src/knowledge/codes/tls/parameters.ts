// What both sides must have in common: version, cipher, keys that are good enough.

import type { Explanation } from '../../explanation.ts';

export const parameters: readonly Explanation[] = [
  {
    code: 'tls/version-unsupported',
    severity: 'error',
    summary: 'Client and server share no version of TLS',
    means:
      'TLS has versions, and both sides have to accept the same one. Today that is 1.2 or 1.3; 1.0 and 1.1 are unsafe and mostly switched off.',
    looksLike: 'Alert 70 (protocol version), or a ServerHello of a version that was not offered.',
    causes: [
      'an old TLS library on the client or the broker has nothing newer than 1.0 or 1.1',
      'one side is pinned to a single version',
      'the server takes 1.3 only, and the client has no 1.3',
    ],
    remedies: [
      { text: 'Let both sides offer TLS 1.2 and 1.3, and update the library that has neither.' },
      {
        text: 'See which versions the server takes.',
        command: 'mqtt-doctor check HOST --tls-max 1.2',
      },
    ],
  },
  {
    code: 'tls/cipher-mismatch',
    severity: 'error',
    summary: 'No cipher that both sides accept',
    means:
      'The server understood what the client offers and finds nothing in it that it can use: ciphers, curves, or kinds of certificate. A listener made for pre-shared keys (PSK) also has no use for a client with certificates.',
    looksLike: 'Alert 40 (handshake failure) or 71 (insufficient security) to the first message.',
    causes: [
      'the list of ciphers is restricted on one side',
      'the server has an EC certificate and the client can do RSA only, or the other way round',
      'the listener expects a pre-shared key',
      'some front ends answer the same where the server name (SNI) is missing',
    ],
    remedies: [
      {
        text: 'Compare the cipher settings of broker and client (mosquitto.conf: ciphers, psk_hint).',
      },
      {
        text: 'Try single suites.',
        command:
          'openssl s_client -connect HOST:8883 -servername HOST -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256 </dev/null',
      },
    ],
  },
  {
    code: 'tls/weak-certificate',
    severity: 'error',
    summary: 'A key or signature weaker than accepted',
    means:
      'The key in a certificate of the server is too short, or the certificate was signed with a method that is broken (MD5, SHA-1). Current TLS libraries refuse it; older ones do not notice.',
    causes: [
      'the certificates were made years ago, or with an old guide',
      'an RSA key of 1024 bits was chosen to suit small devices',
    ],
    remedies: [
      {
        text: 'Make the certificate anew, with an RSA key of 2048 bits or an EC key of 256 bits, signed with SHA-256.',
      },
    ],
  },
  {
    code: 'tls/wrong-purpose',
    severity: 'error',
    summary: 'The certificate is not made for servers',
    means:
      'A certificate can say what it may be used for, and that of the server leaves servers out. Most likely one that was issued for a client ended up in the settings of the broker.',
    causes: [
      'the files of server and client were mixed up',
      'the certificate was made with a template for clients or users',
    ],
    remedies: [
      { text: 'Give the broker a certificate with the extended key usage serverAuth.' },
      {
        text: 'See what it is made for.',
        command: 'openssl x509 -in server.crt -noout -ext extendedKeyUsage',
      },
    ],
  },
  {
    code: 'tls/old-version',
    severity: 'warning',
    summary: 'A version of TLS that is no longer safe',
    means:
      'The connection works with TLS 1.0 or 1.1, which were withdrawn in 2021 (RFC 8996). Current clients refuse it.',
    causes: ['the broker, or the load balancer in front of it, has not been updated for long'],
    remedies: [{ text: 'Let the broker offer TLS 1.2 and 1.3.' }],
  },
  {
    code: 'tls/embedded-unfriendly',
    severity: 'warning',
    summary: 'Certificates too big for small devices',
    means:
      'The server sends so many or such large certificates that microcontrollers may have no memory for them. Such devices fail in the handshake, mostly without saying why, while computers connect.',
    causes: ['the root is sent along, which nobody needs', 'RSA keys of 4096 bits and more'],
    remedies: [
      {
        text: 'Send the server certificate and its intermediates only, and prefer EC keys (P-256).',
      },
    ],
  },
];
