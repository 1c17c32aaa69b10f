import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker keeps one session an account, and another client signs in (DISCONNECT 142)',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-publish',
  orElse: ['connect/client-id-taken'],
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: [], whenDenied: { disconnect: 142 } } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
