import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a session that was kept is there',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { sessionPresent: true } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '--no-clean',
      ],
    };
  },
});
