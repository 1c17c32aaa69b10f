// Whether anybody that the client trusts vouches for the server.

import type { Explanation } from '../../explanation.ts';

export const trust: readonly Explanation[] = [
  {
    code: 'tls/unknown-ca',
    severity: 'error',
    summary: 'The certificate is from an unknown authority',
    means:
      "A server shows a certificate, and a client believes it only if an authority (CA) that it knows has signed it. The authority of this one is not on the client's list, and no CA file was given. Brokers with a private authority need its certificate in every client.",
    causes: [
      'the broker has a private authority, made for it or for the company',
      'the client has a short or an old list of public authorities, as small devices do',
      'the provider moved to another root',
      'the server leaves out its intermediate certificate, which looks the same to a client',
      'a proxy or virus scanner on the way shows its own certificate instead',
    ],
    remedies: [
      {
        text: 'Get the CA file from whoever runs the broker, or from the pages of the provider, and give it to the client.',
        command: 'mqtt-doctor check HOST --ca ca.crt',
      },
      {
        text: 'See which authority is asked for.',
        command: 'openssl s_client -connect HOST:8883 -servername HOST -showcerts </dev/null',
      },
    ],
  },
  {
    code: 'tls/wrong-ca',
    severity: 'error',
    summary: 'The CA file is not of the right authority',
    means:
      "A CA file was given, and the server's certificate was signed by another authority than the one in it. The client cannot tell that from a forged server, so it refuses.",
    causes: [
      'the CA file belongs to another broker, account or environment',
      'the authority was made anew under the same name, and the client has the old file',
      'the provider moved to another root',
      'the broker has a certificate of a public authority and needs no CA file',
      'an intermediate certificate is missing, on the server or in the file',
    ],
    remedies: [
      { text: 'Get the CA file that belongs to this broker now.' },
      {
        text: 'Compare: the last "issuer" that the server shows has to be a "subject" in the file.',
        command: 'openssl x509 -in ca.crt -noout -subject -issuer -dates',
      },
      {
        text: 'If a public authority signed it, leave the CA file out.',
        command: 'mqtt-doctor check HOST',
      },
    ],
  },
  {
    code: 'tls/self-signed',
    severity: 'error',
    summary: 'The server certificate signs itself',
    means:
      'No authority stands behind the certificate of the server: it was signed with its own key. Anybody can make one like it, so a client has to be given this very certificate before it can believe it.',
    causes: [
      'the broker was set up with a certificate made by hand',
      'it still has the example certificate that came with it',
      'the server was asked without its name (SNI) and shows a stand-in',
    ],
    remedies: [
      {
        text: 'Get the certificate from whoever runs the broker, compare the fingerprint, and give it to the client as its CA file.',
        command: 'mqtt-doctor check HOST --ca server.crt',
      },
      { text: 'Better: let the broker use a certificate of an authority, public or your own.' },
    ],
  },
  {
    code: 'tls/missing-intermediate',
    severity: 'error',
    summary: 'The server leaves a certificate out',
    means:
      'Public authorities do not sign servers with their root, but with an intermediate certificate that clients do not have. The server has to send it along with its own, and this one does not. Browsers hide the fault, because they fetch or remember intermediates; MQTT clients fail.',
    looksLike: 'The server sends a single certificate, and its issuer is an intermediate.',
    causes: [
      'the broker was given the certificate alone (cert.pem) instead of the chain (fullchain.pem)',
      'a load balancer ends TLS and was not given the chain',
    ],
    remedies: [
      {
        text: 'On the broker use the full chain: its own certificate first, then the intermediates.',
      },
      {
        text: 'See what is sent.',
        command: 'openssl s_client -connect HOST:8883 -servername HOST -showcerts </dev/null',
      },
      { text: 'Until then, a client can be given the intermediate in its CA file.' },
    ],
  },
  {
    code: 'tls/intercepted',
    severity: 'error',
    summary: 'Something on the way re-signs connections',
    means:
      'The certificate that arrives here is not the one of the broker: something in between opens the TLS connection, reads it, and shows a certificate of its own. Companies and virus scanners do that on purpose. Clients without their authority refuse, and they should.',
    looksLike: 'The issuer of the certificate is a security product instead of an authority.',
    causes: [
      'a company proxy or firewall inspects TLS',
      'a virus scanner on this machine does',
      'the network wants to be signed in to first',
    ],
    remedies: [
      { text: 'Try from another network, such as a phone hotspot.' },
      { text: 'Have the host of the broker taken out of the inspection.' },
      {
        text: 'Only if you trust it to read everything: give its authority to the client as CA file.',
      },
    ],
  },
  {
    code: 'tls/revoked',
    severity: 'error',
    summary: 'The server certificate has been revoked',
    means:
      'The authority took the certificate back before its last day, usually because its key was lost or leaked. Clients that look it up refuse it.',
    causes: ['the key leaked, or was thought to', 'the certificate was replaced early'],
    remedies: [{ text: 'Get a new certificate with a new key for the broker.' }],
  },
  {
    code: 'tls/verification-off',
    severity: 'warning',
    summary: 'The certificate was not checked',
    means:
      'With --insecure the connection is encrypted, but nobody checks with whom. Whoever is on the way can pose as the broker and read the password.',
    causes: ['--insecure was given, here to find a fault, or in the client to get round one'],
    remedies: [
      { text: 'Use it to find a fault, never to live with it: give the client the right CA file.' },
    ],
  },
];
