import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker disconnects who subscribes to what it may not (DISCONNECT 135)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      subscribe: { allowed: ['plant/'], whenDenied: { disconnect: 135 } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
