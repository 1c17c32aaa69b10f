import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the message is larger than the broker takes, and it says so (DISCONNECT 149)',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { maxBytes: 4000, announcesLimits: false } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--payload-size',
        '5000',
      ],
    };
  },
});
