// Plain MQTT sent to a port that speaks TLS.

import { checkAgain, inTls } from '../commands.ts';
import { type Case, defineRule, facts, factsOf, trial, worked } from '../rule.ts';

export default defineRule({
  code: 'protocol/tls-port',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/closed',
    'connect/timeout',
    'connect/malformed-reply',
    'protocol/silent',
    'protocol/http',
    'tcp/closed-at-once',
    'websocket/upgrade-refused',
  ],
  when: (c) => {
    if (c.target.tls || foundElse(c)) return null;
    const { answer } = facts(c, c.target.webSocket ? 'websocket' : 'connect');
    const alert = answer?.service === 'tls';
    if (speaksTls(c)) return { port: c.target.port, alert, certainty: 'proven' };
    return alert && { port: c.target.port, alert, certainty: 'observed' };
  },
  say: ({ port, alert, certainty }, c) => ({
    title: `Port ${port} speaks TLS, and the client does not.`,
    detail: `Our plain ${c.target.webSocket ? 'WebSocket request' : 'MQTT message'} was ${alert ? 'answered in TLS' : `not answered in ${c.target.webSocket ? 'WebSocket' : 'MQTT'}`}: the port wants an encrypted connection.${certainty === 'proven' ? ' When TLS is spoken, it answers.' : ''} Many clients report this as "connection lost" or "connection closed".`,
    remedies: [
      {
        text: `Turn TLS on in the client (${c.target.webSocket ? 'wss' : 'mqtts'}://, "SSL/TLS", a CA file); the port number alone does not do that.`,
        command: checkAgain({
          ...c.target,
          url: inTls(c.target.url),
        }),
      },
      {
        text: `Or use the plain port of the broker, if it has one, usually ${c.target.webSocket ? '8083 or 80' : '1883'}.`,
      },
    ],
  }),
});

/** A ServerHello or an alert to our ClientHello: nothing but TLS answers that. */
function speaksTls(c: Case): boolean {
  const ran = trial(c, 'tls');
  const { serverHello, alert } = ran ? factsOf(ran.attempt, 'tls') : {};
  return serverHello === true || Boolean(alert) || worked(c, 'tls', 'connect') !== null;
}

/** Inside TLS there is no broker either. */
function foundElse(c: Case): boolean {
  const ran = trial(c, 'tls');
  const { answer } = ran ? factsOf(ran.attempt, 'connect') : {};
  const strange = answer && answer.service !== 'mqtt' && answer.service !== 'unknown';
  return Boolean(strange) && !worked(c, 'tls', 'connect');
}
