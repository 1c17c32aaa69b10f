import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the form of the topic is not one the broker allows (SUBACK 143)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      subscribe: { allowed: ['mqtt-doctor/'], whenDenied: { suback: 143 } },
    });
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-t', 'plant/pump-7/state'],
    };
  },
});
