import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the quota of subscriptions is used up (SUBACK 151)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ subscribe: { allowed: [], whenDenied: { suback: 151 } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-t',
        'plant/pump-7/state',
      ],
    };
  },
});
