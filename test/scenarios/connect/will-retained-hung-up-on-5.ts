import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker of both versions hangs up on a retained will',
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
        '--will-topic',
        'status/pump-7',
        '--will-retain',
      ],
    };
  },
});
