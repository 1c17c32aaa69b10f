import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the quota of messages is used up (PUBACK 151)',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: [], whenDenied: { ack: 151 } } });
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
