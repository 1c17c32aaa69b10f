import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker resets the connection of who subscribes to this topic',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      subscribe: { allowed: ['mqtt-doctor/'], whenDenied: 'reset' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-i', 'pump-7', '-t', 'plant/pump-7/state'] };
  },
});
