// The broker does not take the will, and so not the client.

import { flipped } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { refusal, refusedWith, said } from '../refusal.ts';
import { defineRule, failureOf } from '../rule.ts';

// In a CONNECT only the will has a topic, a payload, a QoS and a retain flag: topic name invalid,
// payload format invalid, retain and QoS not supported.
const aboutTheWill = [144, 153, 154, 155];

export default defineRule({
  code: 'connect/will-refused',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/not-authorized',
    'connect/anonymous-refused',
    'connect/bad-credentials',
    'connect/version-unsupported',
    'connect/client-id-rejected',
    'connect/closed',
    'connect/timeout',
    'connect/refused',
    'connect/server-unavailable',
    'protocol/silent',
  ],
  when: (c) => {
    const { will } = c.target.mqtt;
    const failure = failureOf(c, 'connect');
    if (will === null || failure === null) return null;
    const proven = flipped(c, 'no-will') !== null;
    if (!proven && !refusedWith(c, ...aboutTheWill)) return null;
    const { topic, qos, retain } = will;
    const code = refusal(c)?.code ?? null;
    return { topic, qos, retain, code, failure, certainty: proven ? 'proven' : 'observed' };
  },
  say: ({ topic, qos, retain, code, failure, certainty }, c) => {
    const answer = refusal(c);
    const seen = answer ? `answers with ${said(answer)}` : `${endsIt(failure)} without a CONNACK`;
    return {
      title: 'The broker does not take the will of this client, and so not the client.',
      detail: `CONNECT carries a will on "${topic}" with QoS ${qos}${retain ? ', retained' : ''}, and the broker ${failure === 'timeout' ? 'does not answer' : seen}.${
        certainty === 'proven'
          ? ' Without the will, and with everything else the same, it lets the client in.'
          : ''
      }`,
      remedies: [
        ...(qos === 0 || (code !== null && code !== 155)
          ? []
          : [{ text: `Lower the QoS of the will: not every broker takes QoS ${qos}.` }]),
        ...(retain && (code === null || code === 154)
          ? [{ text: 'Leave the retain flag of the will out, or have it allowed on the broker.' }]
          : []),
        ...(code === 154 || code === 155
          ? []
          : [
              {
                text: `On the broker, allow the account to publish to "${topic}"; or take a topic that it may write to.`,
              },
            ]),
      ],
    };
  },
});
