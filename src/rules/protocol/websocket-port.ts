// Raw MQTT sent to a port for MQTT over WebSocket.

import { defineRule, factsOf, trial } from '../rule.ts';
import { strangeAnswer } from './answer.ts';

export default defineRule({
  code: 'protocol/websocket-port',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'protocol/http',
    'protocol/silent',
    'connect/malformed-reply',
    'connect/closed',
    'connect/timeout',
  ],
  when: (c) => {
    const asked = trial(c, 'websocket');
    const { greeting } = asked ? factsOf(asked.attempt, 'tcp') : {};
    if (greeting?.answer?.service === 'websocket') {
      return { port: c.target.port, certainty: 'proven' };
    }
    return (
      strangeAnswer(c)?.answer.service === 'websocket' && {
        port: c.target.port,
      }
    );
  },
  say: ({ port }) => ({
    title: `Port ${port} is for MQTT over WebSocket, and the client speaks MQTT directly`,
    detail: 'The answer to our MQTT message is that of a WebSocket server.',
    remedies: [
      {
        text: 'Use the MQTT port of the broker: usually 8883 with TLS, 1883 without',
      },
      {
        text: 'Or let the client use WebSocket (ws:// or wss://, with the path, often /mqtt)',
      },
    ],
  }),
});
