import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on who publishes to this topic',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  madeFrom: 'publish-denied-disconnect',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { allowed: ['mqtt-doctor/'], whenDenied: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-t',
        'plant/pump-7/state',
      ],
    };
  },
});
