import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the subscription is granted, and nothing is delivered to it',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  madeFrom: 'subscribe-denied-silently-granted',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      subscribe: { allowed: ['plant/'], whenDenied: 'granted-silent' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
