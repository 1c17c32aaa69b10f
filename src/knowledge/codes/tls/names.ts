// The name in the certificate, and the name that the client sends (SNI).

import type { Explanation } from '../../explanation.ts';

export const names: readonly Explanation[] = [
  {
    code: 'tls/sni-required',
    severity: 'error',
    summary: 'The server answers only if its name is sent',
    means:
      'Many brokers share one address, as most cloud services do. A client says in its first TLS message which of them it wants: the server name (SNI). This client does not, so the server cannot tell, and refuses: in the handshake, with the wrong certificate, or with "not authorized" in its CONNACK.',
    looksLike: 'It fails with the settings as given, and works as soon as the name is sent.',
    causes: [
      'the client connects by IP address, and addresses are never sent as a name',
      'an old or small TLS library does not send the name, or has to be told to',
      'a TLS option of the client turns the name off, or holds an empty one',
    ],
    remedies: [
      {
        text: 'Connect by name instead of by address, and set the server name in the TLS options of the client.',
        command: 'mqtt-doctor check HOST --sni NAME',
      },
      {
        text: 'On microcontrollers give the TLS client the name, not the address: setServer() of PubSubClient, server_hostname of MicroPython, enableSNI of modems.',
      },
      {
        text: 'See what a client without it gets.',
        command: 'mqtt-doctor check HOST --no-sni',
      },
    ],
  },
  {
    code: 'tls/sni-unknown',
    severity: 'error',
    summary: 'The server does not know the name sent',
    means:
      'The client says which server it wants (SNI), and whoever answers knows no such one. It refuses the handshake, mostly with the alert "unrecognized name".',
    causes: [
      'the name is mistyped, or belongs to another region or account',
      'it is an own alias (CNAME) of the name that the provider gave',
      'the deployment was stopped or deleted',
    ],
    remedies: [
      { text: 'Use the exact host name that the console of the provider shows.' },
      { text: 'See whether the deployment is still running.' },
      {
        text: 'Keep the address and send another name.',
        command: 'mqtt-doctor check HOST --sni NAME',
      },
    ],
  },
  {
    code: 'tls/hostname-mismatch',
    severity: 'error',
    summary: 'The certificate is for other names',
    means:
      "A certificate says for which names it was made out, and the name used here is not among them. Anyone could show another host's certificate, so clients refuse it.",
    causes: [
      'the broker is reached by another name than its certificate has: an alias, a local name, localhost',
      'no server name (SNI) was sent, and the server shows the certificate of another',
      'the certificate has the name as common name only, which current clients ignore',
      'a wildcard covers one level only: *.example.com is not a.b.example.com',
    ],
    remedies: [
      { text: 'Connect by a name that the certificate holds.' },
      { text: 'Or give the broker a certificate with this name among its names (subjectAltName).' },
      {
        text: 'See its names.',
        command:
          'openssl s_client -connect HOST:8883 -servername HOST </dev/null | openssl x509 -noout -ext subjectAltName',
      },
    ],
  },
  {
    code: 'tls/address-as-name',
    severity: 'error',
    summary: 'Dialled by address, certificate has names only',
    means:
      'The client was given an IP address, and the certificate is made out for host names. An address can be compared with addresses only, so it does not match. Nor can a client send an address as server name (SNI).',
    causes: [
      'the settings of the client have the address of the broker',
      'the name was resolved first, and the address handed on to TLS',
    ],
    remedies: [
      {
        text: 'Use the host name in the settings of the client.',
        command: 'mqtt-doctor check HOST',
      },
      {
        text: 'If the name is not in DNS, add it to the hosts file, or make the certificate with the address in it (subjectAltName IP).',
      },
    ],
  },
];
