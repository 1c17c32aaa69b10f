// WebSocket sent to a port that speaks MQTT directly.

import { hostAndPort } from '../commands.ts';
import { type Case, defineRule, facts, factsOf, failureOf, trial } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'protocol/raw-mqtt-port',
  check: 'websocket',
  severity: 'error',
  side: 'client',
  explains: [
    'protocol/silent',
    'protocol/other-service',
    'tcp/closed-at-once',
    'websocket/upgrade-refused',
  ],
  when: (c) => {
    if (failureOf(c, 'websocket') === null) return null;
    const { port, tls } = c.target;
    const found = { port, inTls: tls !== null };
    if (speaksMqtt(c)) return { ...found, certainty: 'proven' };
    const answered = facts(c, 'websocket').answer?.service === 'mqtt';
    return answered && { ...found, certainty: 'observed' };
  },
  say: ({ port, inTls, certainty }, { target }) => ({
    title: `Port ${port} speaks MQTT directly, and the client wants WebSocket.`,
    detail: `The broker does not understand the request for WebSocket${
      certainty === 'proven'
        ? '; asked in MQTT without WebSocket, the same port answers'
        : ' and answers in MQTT'
    }.`,
    remedies: [
      {
        text: `Use ${inTls ? 'mqtts' : 'mqtt'}:// in the client where it is no browser.`,
        command: `mqtt-doctor check ${quote(`${inTls ? 'mqtts' : 'mqtt'}://${hostAndPort(target)}`)}`,
      },
      {
        text: 'Browsers can only use WebSocket: give them the port of the WebSocket listener (often 8083, 8084 with TLS, 9001 or 443).',
      },
    ],
  }),
});

function speaksMqtt(c: Case): boolean {
  const ran = trial(c, 'direct');
  if (!ran) return false;
  const { connack, disconnect, authMethod } = factsOf(ran.attempt, 'connect');
  return Boolean(connack) || Boolean(disconnect) || typeof authMethod === 'string';
}
