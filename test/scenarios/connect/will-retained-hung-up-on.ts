import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client that may not retain messages has a retained will, and is hung up on',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  madeFrom: 'aws-retain-not-permitted',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { will: { retain: false, whenRefused: 'close' } },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '--will-topic',
        'status/pump-7',
        '--will-retain',
      ],
    };
  },
});
