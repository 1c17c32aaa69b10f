// The broker let the client in, and then sends what a client must not get.

import { defineRule, facts, failureOf } from '../rule.ts';

const during = {
  subscribe: 'SUBSCRIBE',
  publish: 'PUBLISH',
  echo: 'PUBLISH and its acknowledgement',
  done: 'the round trip',
} as const;

export default defineRule({
  code: 'pubsub/malformed-reply',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const failure = failureOf(c, 'pubsub');
    if (failure !== 'malformed' && failure !== 'flood') return null;
    return { failure, stage: facts(c, 'pubsub').stage ?? 'subscribe' };
  },
  say: ({ failure, stage }) => ({
    title:
      failure === 'flood'
        ? 'The broker sends far more than was asked for.'
        : 'The broker sends what is not well-formed MQTT, or not for a client.',
    detail: `CONNECT is accepted; what comes after ${during[stage]} ${
      failure === 'flood'
        ? 'has no end, so the connection was given up'
        : 'makes no sense in this version of MQTT'
    }. The broker has a fault, something in between changes the bytes, or another client floods the topic.`,
    remedies: [
      { text: 'See what came, in the packets that --verbose shows.' },
      { text: 'Update the broker; if there is a proxy in between, try without it.' },
    ],
  }),
});
