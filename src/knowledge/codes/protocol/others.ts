// Something else than an MQTT broker answers, or nothing does.

import type { Explanation } from '../../explanation.ts';

export const others: readonly Explanation[] = [
  {
    code: 'protocol/http',
    severity: 'error',
    summary: 'A web server answers, not a broker',
    means:
      'What answers on this port speaks HTTP, the language of the web. MQTT clients read its first letters as a broken MQTT packet and report odd errors.',
    looksLike: 'An HTTP status line; clients see a packet that begins with the letter H (0x48).',
    causes: [
      'the port is that of a dashboard, a web page or an API of the broker',
      'a content delivery network or HTTP proxy stands in front of the broker and passes no MQTT',
      'the port is one for MQTT over WebSocket',
    ],
    remedies: [
      {
        text: 'Use the MQTT port: usually 8883 with TLS, 1883 without.',
        command: 'mqtt-doctor check HOST',
      },
      {
        text: 'Let the DNS name lead to the broker itself, or have the proxy pass TCP.',
      },
    ],
  },
  {
    code: 'protocol/other-service',
    severity: 'error',
    summary: 'The port belongs to another service',
    means:
      'Something answers on this port and says what it is: a mail server, SSH, another message broker, a database. MQTT is not spoken there.',
    causes: [
      'the port number is mistyped',
      'a port forwarding leads to another service',
      'the broker speaks several protocols, and this is the port of another one (AMQP, STOMP, NATS)',
    ],
    remedies: [{ text: 'Use the MQTT port: usually 8883 with TLS, 1883 without.' }],
  },
  {
    code: 'protocol/silent',
    severity: 'error',
    summary: 'The port accepts and never says a word',
    means:
      'The connection stands, the first message goes out, and nothing ever comes back. It cannot even be said that a broker is there. Many clients wait for ever in this case.',
    causes: [
      'the port wants TLS, and plain MQTT is sent, or the other way round',
      'the broker hangs, or the program behind the port does not read',
      'a firewall lets connections through and swallows what is said on them',
      'a port forwarding or load balancer has nobody behind it',
    ],
    remedies: [
      {
        text: 'Try the other way, with or without TLS.',
        command: 'mqtt-doctor check mqtts://HOST:PORT',
      },
      {
        text: 'On the machine of the broker, see which program listens there and whether it is well.',
        command: 'ss -ltnp',
      },
    ],
  },
  {
    code: 'protocol/proxy-header-expected',
    severity: 'error',
    summary: 'The listener waits for a PROXY header',
    means:
      'Load balancers can tell the broker behind them who the client is, with a line in front of everything else (the PROXY protocol). This listener expects that line and hangs up, or waits, without it.',
    causes: [
      'the client connects to the broker directly, past the load balancer',
      'the load balancer is not set to send the line',
      'the PROXY protocol is switched on for a listener that has no load balancer',
    ],
    remedies: [
      { text: 'Connect to the load balancer instead of the broker behind it.' },
      {
        text: 'Let the load balancer send the line (HAProxy: send-proxy), or turn it off on this listener.',
      },
    ],
  },
  {
    code: 'protocol/captive-portal',
    severity: 'error',
    summary: 'The network wants to be signed in to first',
    means:
      'Instead of the broker, a sign-in page of the network answers. Guest, hotel and train networks do that until somebody has agreed to their terms.',
    causes: ['this machine is on a guest network and nobody has signed in'],
    remedies: [
      { text: 'Open any web page in a browser on this network, sign in, and try again.' },
      { text: 'Devices without a browser need another network, or an exception in this one.' },
    ],
  },
];
