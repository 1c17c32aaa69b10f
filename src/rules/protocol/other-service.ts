// Something else than MQTT answers, and says what it is; or it is neither TLS nor anything known.

import type { Service } from '../../evidence.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { answersInClear, strangeAnswer } from './answer.ts';

const names: Readonly<Partial<Record<Service, string>>> = {
  redis: 'Redis',
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  openwire: 'OpenWire (ActiveMQ)',
  memcached: 'memcached',
  telnet: 'Telnet',
};

/** Those that other rules are about, and those that are none. */
const notOther: readonly Service[] = ['mqtt', 'tls', 'http', 'websocket', 'unknown'];

export default defineRule({
  code: 'protocol/other-service',
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
    'websocket/upgrade-refused',
  ],
  when: (c) => {
    const { port } = c.target;
    const answer = strangeAnswer(c)?.answer;
    if (answer && !notOther.includes(answer.service)) {
      return { port, service: answer.service, product: answer.product, sample: answer.sample };
    }
    // An unknown answer to CONNECT may be MQTT gone wrong; one to a TLS hello is no TLS at all.
    const stranger = facts(c, 'tls').answer;
    const failure = failureOf(c, 'tls');
    if (failure !== 'tls-not-spoken' && failure !== 'flood' && failure !== 'timeout') return null;
    if (stranger?.service !== 'unknown' || answersInClear(c)) return null;
    return { port, service: null, product: null, sample: stranger.sample, side: 'unclear' };
  },
  say: ({ port, service, product, sample }, { target }) => {
    const said = sample.split('\n')[0]?.trim().slice(0, 80) ?? '';
    return {
      title: service
        ? `Port ${port} belongs to another service: ${names[service] ?? service.toUpperCase()}.`
        : `What answers on port ${port} speaks neither TLS nor anything that is known.`,
      detail: `It says "${said}"${product ? ` (${product})` : ''}. ${
        service
          ? 'No MQTT broker is behind this port.'
          : 'Another program has this port, or something on the way puts its own bytes in.'
      }`,
      remedies: [
        {
          text: 'Use the port of the MQTT broker: usually 8883 with TLS, 1883 without.',
          command: `mqtt-doctor check ${target.host}`,
        },
        ...(service
          ? []
          : [
              {
                text: 'On the machine of the broker, see which program has this port.',
                command: `ss -ltnp 'sport = :${port}'`,
              },
            ]),
      ],
    };
  },
});
