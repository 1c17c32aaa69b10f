import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'somebody throws the client off (DISCONNECT 152)',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-publish',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: [], whenDenied: { disconnect: 152 } } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
