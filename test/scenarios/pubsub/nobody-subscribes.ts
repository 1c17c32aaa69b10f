import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title:
    'the broker itself says that nobody subscribes, though the subscription is granted (PUBACK 16)',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { allowed: ['plant/'], whenDenied: { ack: 16 } } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
