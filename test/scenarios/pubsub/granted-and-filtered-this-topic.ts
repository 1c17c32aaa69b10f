import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'this topic alone is granted and filtered',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'proven',
  madeFrom: 'subscribe-denied-silently-granted',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      subscribe: { allowed: ['mqtt-doctor/'], whenDenied: 'granted-silent' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-t', 'plant/pump-7/state'] };
  },
});
