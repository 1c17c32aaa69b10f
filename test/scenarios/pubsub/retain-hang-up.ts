import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client that may not retain messages does, and is hung up on',
  layer: 'pubsub',
  expect: 'pubsub/retain-unsupported',
  certainty: 'proven',
  madeFrom: 'aws-retain-not-permitted',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { retain: false, announcesLimits: false, whenRetained: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '--retain',
      ],
    };
  },
});
