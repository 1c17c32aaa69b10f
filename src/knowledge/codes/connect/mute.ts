// CONNECT without a proper answer.

import type { Explanation } from '../../explanation.ts';

export const mute: readonly Explanation[] = [
  {
    code: 'connect/closed',
    severity: 'error',
    summary: 'Closed on CONNECT, without an answer',
    means:
      'The connection stands, the client says who it is (CONNECT), and the broker hangs up without the answer (CONNACK) that would say why. No single change of the settings helped, so the cause is open.',
    looksLike:
      'TLS or TCP is fine, CONNECT goes out, and the connection ends; clients call it "connection lost", "unexpected hangup" or "EOF".',
    causes: [
      'no policy lets this certificate connect with this client id (AWS IoT answers so in MQTT 3.1.1)',
      'the port wants TLS or WebSocket',
      'the broker does not speak this version of MQTT',
      'it wants credentials, a server name (SNI), another client id, no will, or a shorter keep-alive',
      'the limit of connections is reached',
      'a load balancer has no broker behind it',
    ],
    remedies: [
      {
        text: 'Look into the log of the broker at that moment. If the connection is not there, something in front of it hangs up.',
      },
      {
        text: 'Ask with MQTT 5, in which some brokers give a reason.',
        command: 'mqtt-doctor check HOST -V 5',
      },
      {
        text: "Use the client's own id, if the broker has rules for ids; that may throw that client off.",
        command: 'mqtt-doctor check HOST -i ID',
      },
    ],
  },
  {
    code: 'connect/timeout',
    severity: 'error',
    summary: 'No answer to CONNECT in time',
    means:
      'The connection stands, TLS included, the client says who it is (CONNECT), and no answer (CONNACK) comes. Either no broker reads it, or the broker waits for something itself.',
    causes: [
      'the port belongs to something else that speaks TLS',
      'the server chooses MQTT by a protocol name (ALPN) that was not offered, as on port 443 of AWS IoT',
      'a load balancer ends TLS and cannot reach the broker',
      'the broker waits for the service that checks credentials',
    ],
    remedies: [
      { text: 'See in the log of the broker whether the connection arrives there at all.' },
      {
        text: 'Offer the protocol name that the service documents for this port.',
        command: 'mqtt-doctor check HOST --alpn NAME',
      },
      { text: 'See whether it is only slow.', command: 'mqtt-doctor check HOST --timeout 30000' },
    ],
  },
  {
    code: 'connect/malformed-reply',
    severity: 'error',
    summary: 'The answer to CONNECT is not proper MQTT',
    means:
      'Bytes come back, and they are not the answer that MQTT prescribes. Either something else than a broker is there, or the broker, or something in between, has a fault.',
    causes: [
      'another service has this port and does not say its name',
      'an old broker answers a client of MQTT 5 in the form of 3.1.1',
      'a proxy changes the bytes',
    ],
    remedies: [
      { text: 'See which program has this port.', command: 'ss -ltnp' },
      { text: 'Try MQTT 3.1.1.', command: 'mqtt-doctor check HOST -V 3.1.1' },
    ],
  },
];
