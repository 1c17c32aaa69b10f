import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker never answers a SUBSCRIBE to this topic',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      subscribe: { allowed: ['mqtt-doctor/'], whenDenied: 'silent' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-t', 'plant/pump-7/state', '--timeout', '1500'] };
  },
});
