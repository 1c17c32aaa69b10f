// A web server answers.

import { defineRule } from '../rule.ts';
import { answerToUpgrade, strangeAnswer } from './answer.ts';

export default defineRule({
  code: 'protocol/http',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/malformed-reply',
    'connect/closed',
    'connect/timeout',
    'tls/closed-in-handshake',
    'tls/timeout',
    'protocol/silent',
  ],
  when: (c) => {
    const strange = strangeAnswer(c);
    if (strange?.answer.service !== 'http') return null;
    const { httpStatus, product } = strange.answer;
    // Silent until it is asked in HTTP.
    const proven = strange.answer === answerToUpgrade(c)?.answer;
    return {
      port: c.target.port,
      status: httpStatus,
      product,
      inTls: strange.inTls,
      certainty: proven ? ('proven' as const) : ('observed' as const),
    };
  },
  say: ({ port, status, product, inTls }, c) => ({
    title: `A web server answers on port ${port}, not an MQTT broker.`,
    detail: `It replies in HTTP${inTls ? ' inside TLS' : ''} (${[status, product].filter(Boolean).join(', ') || 'no details'}). That is the dashboard of a broker, a reverse proxy, a content delivery network, or a port for MQTT over WebSocket.${
      c.target.tls && !inTls ? ' And it does not speak TLS, which the client wants.' : ''
    }`,
    remedies: [
      {
        text: 'Use the MQTT port of the broker: usually 8883 with TLS, 1883 without.',
        command: `mqtt-doctor check ${c.target.host}`,
      },
      {
        text: `If this is meant to be MQTT over WebSocket, tell the client so (${inTls ? 'wss' : 'ws'}://, with the path, often /mqtt).`,
      },
      {
        text: 'A content delivery network or HTTP proxy in front of the broker does not pass MQTT: let the DNS name lead to the broker itself.',
      },
    ],
  }),
});
