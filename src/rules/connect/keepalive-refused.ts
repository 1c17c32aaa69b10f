// The broker does not take the keep-alive: proven by a trial. Some answer "identifier rejected".

import { flipped, otherVersions } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { refusal, said } from '../refusal.ts';
import { defineRule, factsOf, failureOf } from '../rule.ts';

export default defineRule({
  code: 'connect/keepalive-refused',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/client-id-rejected',
    'connect/not-authorized',
    'connect/closed',
    'connect/refused',
    'connect/server-unavailable',
    'connect/timeout',
    'protocol/silent',
  ],
  when: (c) => {
    const failure = failureOf(c, 'connect');
    if (failure === null) return null;
    // MQTT 5 has the broker set a shorter one instead (Server Keep Alive), so it may help as well.
    const shorter = flipped(c, 'short-keepalive', ...otherVersions);
    if (!shorter) return null;
    const { keepAliveS } = c.target.mqtt;
    const { keepAliveS: works = null } = factsOf(shorter.attempt, 'connect');
    return { keepAliveS, works, code: refusal(c)?.code ?? null, failure, certainty: 'proven' };
  },
  say: ({ keepAliveS, works, code, failure }, c) => {
    const answer = refusal(c);
    const longer = works !== null && keepAliveS !== 0 && works > keepAliveS;
    const seen = answer ? `answers with ${said(answer)}` : `${endsIt(failure)} without a CONNACK`;
    return {
      title:
        keepAliveS === 0
          ? 'The broker does not let clients in that turn the keep-alive off.'
          : `The broker does not take a keep-alive of ${keepAliveS} s; a ${longer ? 'longer' : 'shorter'} one works.`,
      detail: `With a keep-alive of ${keepAliveS} s the broker ${failure === 'timeout' ? 'does not answer' : seen}; with ${
        works === null ? 'a short one' : `${works} s`
      }, and everything else the same, it lets the client in.${
        code === 2 || code === 133 ? ' The answer speaks of the client id, which is fine.' : ''
      }`,
      remedies: [
        {
          text: `Set a ${keepAliveS === 0 ? '' : longer ? 'longer ' : 'shorter '}keep-alive in the client: 30 to 60 s suits most brokers, and networks in between.`,
        },
        {
          text: longer
            ? 'Or lower the shortest keep-alive that the broker allows.'
            : 'Or raise the longest keep-alive that the broker allows.',
        },
      ],
    };
  },
});
