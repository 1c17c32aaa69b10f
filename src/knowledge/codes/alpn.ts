// The protocol that is named inside of TLS (ALPN).

import type { Explanation } from '../explanation.ts';

export const alpn: readonly Explanation[] = [
  {
    code: 'alpn/required',
    severity: 'error',
    summary: 'Works only if a protocol name is offered',
    means:
      'Several protocols can share one port, mostly 443. The server tells them apart by a name that the client offers in the TLS handshake (ALPN). This client offers none, so it ends up at the wrong one, or nowhere.',
    looksLike: 'TLS completes and CONNECT gets no answer, until the name is offered.',
    causes: [
      'port 443 of AWS IoT Core wants x-amzn-mqtt-ca, or mqtt with a custom authorizer',
      'the library of the client has no setting for ALPN, or it was built without',
    ],
    remedies: [
      {
        text: 'Set ALPN in the TLS options of the client to the name that the provider documents.',
        command: 'mqtt-doctor check HOST:443 --alpn NAME',
      },
      { text: 'If the client cannot, use the MQTT port, usually 8883.' },
    ],
  },
  {
    code: 'alpn/wrong-name',
    severity: 'error',
    summary: 'Another protocol name is offered than wanted',
    means:
      'The client offers a protocol name in the TLS handshake (ALPN), and the server wants another one for this port. With the other name, and nothing else changed, it goes on.',
    causes: [
      'the name belongs to another way of signing in: AWS has one for certificates and one for custom authorizers',
      'a name for the web (http/1.1, h2) is offered by a library by default',
    ],
    remedies: [
      {
        text: 'Offer the name that the provider documents for this port.',
        command: 'mqtt-doctor check HOST --alpn NAME',
      },
    ],
  },
  {
    code: 'alpn/rejected',
    severity: 'error',
    summary: 'The server refuses the protocol offered',
    means:
      'The client offers a protocol name in the TLS handshake (ALPN), and the server knows none like it and ends the handshake.',
    looksLike: 'Alert 120 (no application protocol).',
    causes: [
      'ALPN is set although this broker does not use it',
      'the name has a typing error, or belongs to another provider',
      'what answers is a web server',
    ],
    remedies: [
      { text: 'Leave ALPN out, or offer the name that the provider documents for this port.' },
    ],
  },
  {
    code: 'alpn/ignored',
    severity: 'warning',
    summary: 'The server chooses none of those offered',
    means:
      'The client offers a protocol name in the TLS handshake (ALPN), and the server goes on without choosing one. Most brokers do so, and then ALPN can be left out. Where a port is shared, the connection may have come to the wrong service.',
    causes: ['the broker does not use ALPN', 'another service ends TLS on this port'],
    remedies: [{ text: 'Leave ALPN out unless the provider asks for it.' }],
  },
];
