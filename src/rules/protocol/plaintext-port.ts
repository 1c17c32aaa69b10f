// TLS sent to a port that speaks plain MQTT.

import { inClear } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';
import { answersInClear } from './answer.ts';

export default defineRule({
  code: 'protocol/plaintext-port',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: [
    'tls/closed-in-handshake',
    'tls/timeout',
    'protocol/silent',
    'protocol/http',
    'protocol/captive-portal',
    'protocol/other-service',
    'tcp/closed-at-once',
  ],
  when: (c) => {
    const { answer } = facts(c, 'tls');
    if (!c.target.tls) return null;
    if (answersInClear(c)) return { port: c.target.port, certainty: 'proven' };
    return answer?.service === 'mqtt' && { port: c.target.port };
  },
  say: ({ port }, c) => ({
    title: `Port ${port} speaks ${c.target.webSocket ? 'WebSocket' : 'MQTT'} without TLS, and the client wants TLS.`,
    detail: `The broker does not understand our first TLS message, and without TLS the same port answers ${
      c.target.webSocket ? 'in WebSocket' : 'as an MQTT broker'
    }.`,
    remedies: [
      c.target.webSocket
        ? {
            text: 'Use the port for WebSocket in TLS, often 8084 or 443.',
            command: `mqtt-doctor check wss://${c.target.host}:8084${c.target.path}`,
          }
        : {
            text: 'Use the TLS port of the broker, usually 8883.',
            command: `mqtt-doctor check mqtts://${c.target.host}:8883`,
          },
      {
        text: 'If the broker has none, set up a TLS listener; only inside a trusted network turn TLS off in the client.',
        command: `mqtt-doctor check ${quote(inClear(c.target.url))}`,
      },
    ],
  }),
});
