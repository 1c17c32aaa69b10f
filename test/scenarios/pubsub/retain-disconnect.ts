import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker takes no retained messages, and says so (DISCONNECT 154)',
  layer: 'pubsub',
  expect: 'pubsub/retain-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { retain: false } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--retain',
      ],
    };
  },
});
