import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may write to topics of its own only, and mqtt-doctor makes one up',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { allowed: ['plant/'], whenDenied: { ack: 135 } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
