import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the account may not use this client id, and who gives no account may use any (135)',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: {
        rule: ({ clientId, username }) =>
          username !== undefined && clientId === 'gateway-1' ? refusals.notAuthorized : null,
      },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'gateway-1',
      ],
    };
  },
});
