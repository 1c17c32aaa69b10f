// Something answers CONNECT with bytes that are no CONNACK, and no other service is known by them.

import { checkAgain } from '../commands.ts';
import { ruledOut } from '../proof.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'connect/malformed-reply',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const failure = failureOf(c, 'connect');
    if (failure !== 'malformed' && failure !== 'flood' && failure !== 'not-mqtt') return null;
    const { answer, bytesIn = 0, version = '5' } = facts(c, 'connect');
    // A service that is known by name is named by the rules of `protocol`.
    if (answer && answer.service !== 'mqtt' && answer.service !== 'unknown') return null;
    const side = failure === 'malformed' ? 'server' : 'unclear';
    return { failure, bytesIn, version, sample: answer?.sample.slice(0, 64) ?? null, side };
  },
  say: ({ failure, bytesIn, version, sample }, c) => ({
    title: {
      malformed: 'The answer to CONNECT is MQTT, and not well-formed.',
      'not-mqtt': 'What answers CONNECT is not MQTT.',
      flood: 'The answer to CONNECT has no end: more bytes come than any CONNACK has.',
    }[failure],
    detail: `${bytesIn === 1 ? '1 byte' : `${bytesIn} bytes`} came${sample === null ? '' : `, first: ${sample}`}. ${
      failure === 'malformed'
        ? `The broker or something in between has a fault, or it answers in the form of another version of MQTT than ${version}.`
        : 'Another service has this port, or something in between changes the bytes.'
    }`,
    remedies: [
      ...(failure === 'malformed' && version === '5' && !ruledOut(c, 'mqtt-3.1.1')
        ? [
            {
              text: 'Try MQTT 3.1.1: old brokers answer every client in its form.',
              command: checkAgain(c.target, '-V', '3.1.1'),
            },
          ]
        : []),
      {
        text: 'See on the machine of the broker which program has this port.',
        command: 'ss -ltnp',
      },
      { text: 'If there is a proxy or load balancer in between, try without it.' },
    ],
  }),
});
