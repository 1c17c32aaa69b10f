import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may not read the topic (SUBACK 135)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ subscribe: { allowed: ['mqtt-doctor/'] } });
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
