import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may read topics of its own only, and mqtt-doctor makes one up',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ subscribe: { allowed: ['plant/'] } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
