import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker keeps silent to the second client with an id',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  orElse: ['connect/client-id-taken'],
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { clientId: { inUse: ['pump-7'], whenInUse: 'silent' } },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '--timeout',
        '1500',
      ],
    };
  },
});
