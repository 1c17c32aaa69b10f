import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title:
    'the account may not write to the topic of its will, and anonymous clients may connect (5)',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { users: { alice: 'correct horse' }, anonymous: true, will: { topics: ['plant/'] } },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '--will-topic',
        'status/pump-7',
      ],
    };
  },
});
