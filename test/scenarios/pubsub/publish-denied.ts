import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may not write to the topic (PUBACK 135)',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { allowed: ['mqtt-doctor/'], whenDenied: { ack: 135 } },
    });
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
