import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name of the topic is not one the broker allows (PUBACK 144)',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { allowed: ['mqtt-doctor/'], whenDenied: { ack: 144 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-t', 'plant/pump-7/state'] };
  },
});
