import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client that only publishes may not (PUBACK 135)',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: [], whenDenied: { ack: 135 } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-t',
        'plant/pump-7/state',
        '--no-subscribe',
      ],
    };
  },
});
