// Servers that want to know who the client is (mutual TLS).

import type { Explanation } from '../../explanation.ts';

export const clientCertificate: readonly Explanation[] = [
  {
    code: 'tls/client-cert-required',
    severity: 'error',
    summary: 'The server wants a client certificate',
    means:
      'The server asks the client for a certificate of its own, and none was given. In TLS 1.3 a client learns that only after the handshake seems over, so many programs report a broken connection instead.',
    looksLike:
      'Alert 116 (certificate required) or 40 (handshake failure), or a close right after the handshake.',
    causes: [
      'certificate and key are missing in the settings of the client, or only one of them is there',
      'the listener is meant for devices with certificates; another one takes passwords',
      'the broker asks for certificates although clients sign in by password',
    ],
    remedies: [
      {
        text: 'Give the client its certificate, and the key that belongs to it.',
        command: 'mqtt-doctor check HOST --cert client.crt --key client.key',
      },
      {
        text: 'If a password is all that is wanted, turn the demand off on the broker (mosquitto.conf: require_certificate false).',
      },
    ],
  },
  {
    code: 'tls/client-cert-rejected',
    severity: 'error',
    summary: 'The server refuses the client certificate',
    means:
      'The client showed a certificate, and the server does not accept it. The alert says roughly why: bad, expired, revoked, not known. "sslv3" in such a message is only the name of the alert and has nothing to do with the version.',
    looksLike: 'One of the alerts 42 to 46, 49 or 51, in TLS 1.3 after the handshake.',
    causes: [
      'it has expired or was revoked',
      'it is not registered or not active in this account and region',
      'it is not made for signing in as a client (extendedKeyUsage)',
      'the key does not belong to it',
    ],
    remedies: [
      {
        text: 'See its dates, purpose and issuer.',
        command: 'openssl x509 -in client.crt -noout -subject -issuer -dates -ext extendedKeyUsage',
      },
      {
        text: 'See in the console of the provider whether it is registered and active; the log of the broker says what it dislikes.',
      },
    ],
  },
  {
    code: 'tls/client-cert-unknown-ca',
    severity: 'error',
    summary: 'The client certificate is of an unknown CA',
    means:
      'The server does not trust the authority that issued the certificate of the client (alert 48, unknown CA). In the log of a broker the same words mean the opposite: there the client does not trust the broker.',
    causes: [
      'the certificate was issued for another broker, account or region',
      'the broker was not given the authority of the clients, or an old one',
      "an intermediate certificate is missing in the client's file",
    ],
    remedies: [
      { text: 'Use the certificate that was issued for this broker.' },
      { text: 'Or give the broker the authority of the clients (mosquitto.conf: cafile).' },
      { text: "Append the intermediate certificate to the client's file." },
    ],
  },
];
