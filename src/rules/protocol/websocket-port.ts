// Raw MQTT, or TLS, sent to a port for MQTT over WebSocket.

import { defineRule, trial } from '../rule.ts';
import { answerToUpgrade, strangeAnswer } from './answer.ts';

export default defineRule({
  code: 'protocol/websocket-port',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'protocol/http',
    'protocol/silent',
    'tls/closed-in-handshake',
    'tls/timeout',
    'connect/malformed-reply',
    'connect/closed',
    'connect/timeout',
  ],
  when: (c) => {
    const { port, webSocket } = c.target;
    if (webSocket) return null;
    const asked = trial(c, 'websocket')?.attempt;
    const inTls = asked?.outcomes.tls.status === 'ok';
    const switched = asked?.outcomes.websocket.status === 'ok';
    if (switched || answerToUpgrade(c)?.answer.service === 'websocket') {
      return { port, inTls, certainty: 'proven' };
    }
    const strange = strangeAnswer(c);
    return (
      strange?.answer.service === 'websocket' && {
        port,
        inTls: strange.inTls,
        certainty: 'observed',
      }
    );
  },
  say: ({ port, inTls, certainty }, { target }) => {
    const scheme = inTls ? 'wss' : 'ws';
    return {
      title: `Port ${port} is for MQTT over WebSocket, and the client speaks ${target.tls && !inTls ? 'TLS' : 'MQTT directly'}.`,
      detail:
        certainty === 'proven'
          ? 'Asked for WebSocket, it agrees; what was said before it does not understand.'
          : 'Its answer to our message is that of a WebSocket server.',
      remedies: [
        {
          text: 'Use the MQTT port of the broker: usually 8883 with TLS, 1883 without.',
          command: `mqtt-doctor check ${target.host}`,
        },
        {
          text: `Or let the client use WebSocket: ${scheme}://${target.host}:${port}/mqtt, with the path that the broker documents.`,
        },
      ],
    };
  },
});
