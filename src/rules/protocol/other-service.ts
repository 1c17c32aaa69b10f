// Something else than MQTT answers, and says what it is.

import type { Service } from '../../evidence.ts';
import { defineRule } from '../rule.ts';
import { strangeAnswer } from './answer.ts';

const notOther: readonly Service[] = ['mqtt', 'tls', 'http', 'websocket', 'unknown'];

export default defineRule({
  code: 'protocol/other-service',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: ['connect/malformed-reply', 'connect/closed', 'tls/closed-in-handshake'],
  when: (c) => {
    const answer = strangeAnswer(c)?.answer;
    if (!answer || notOther.includes(answer.service)) return null;
    return {
      port: c.target.port,
      service: answer.service,
      product: answer.product,
      sample: answer.sample,
    };
  },
  say: ({ port, service, product, sample }) => ({
    title: `Port ${port} belongs to another service: ${service.toUpperCase()}`,
    detail: `It says "${sample.split('\n')[0]?.trim().slice(0, 80) ?? ''}"${product ? ` (${product})` : ''}. No MQTT broker is behind this port.`,
    remedies: [
      {
        text: 'Use the port of the MQTT broker: usually 8883 with TLS, 1883 without',
      },
    ],
  }),
});
