import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker never acknowledges a message to this topic',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { allowed: ['mqtt-doctor/'], whenDenied: 'silent' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '-t',
        'plant/pump-7/state',
        '--timeout',
        '1500',
      ],
    };
  },
});
