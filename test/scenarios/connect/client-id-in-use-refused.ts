import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker without take-over refuses the second client with an id (135)',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  orElse: ['connect/client-id-taken'],
  certainty: 'proven',
  madeFrom: 'duplicate-client-id',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { clientId: { inUse: ['pump-7'], whenInUse: refusals.notAuthorized } },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'pump-7',
      ],
    };
  },
});
