// This port is shut; another MQTT port of the same host answers.

import { defineRule, factsOf, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/other-port-open',
  check: 'tcp',
  severity: 'error',
  side: 'client',
  explains: ['tcp/refused', 'tcp/timeout', 'tcp/reset', 'tcp/localhost-in-container'],
  when: (c) => {
    if (failureOf(c, 'tcp') === null) return null;
    const open = c.trials.flatMap(({ id, attempt }) => {
      const answersMqtt = id.startsWith('port-') && Boolean(factsOf(attempt, 'connect').connack);
      const secure = attempt.outcomes.tls.status === 'ok';
      return answersMqtt ? [{ port: Number(id.slice('port-'.length)), secure }] : [];
    });
    return open.length > 0 && { port: c.target.port, open, certainty: 'proven' };
  },
  say: ({ port, open }, c) => ({
    title: `Port ${port} is shut, and an MQTT broker answers on port ${open.map((one) => one.port).join(' and ')}`,
    detail: `Of the usual MQTT ports of ${c.target.host} these answer: ${open.map((one) => `${one.port} (${one.secure ? 'TLS' : 'plain'})`).join(', ')}.`,
    remedies: [
      ...open.map((one) => ({
        text: `If that is the broker you mean, use port ${one.port}${one.secure ? ' with TLS' : ', which is not encrypted'}`,
        command: `mqtt-doctor check ${one.secure ? 'mqtts' : 'mqtt'}://${c.target.host.includes(':') ? `[${c.target.host}]` : c.target.host}:${one.port}`,
      })),
      { text: `Otherwise start the listener on port ${port}, or open that port in the firewall` },
    ],
  }),
});
