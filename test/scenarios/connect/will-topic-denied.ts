import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may not write to the topic of its will (135)',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { will: { topics: ['plant/'] } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--will-topic',
        'status/pump-7',
      ],
    };
  },
});
