import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client id has characters that the broker does not take (133)',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: {
        rule: ({ clientId }) => (/^[\w-]*$/.test(clientId) ? null : refusals.clientIdNotValid),
      },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'pump #7',
      ],
    };
  },
});
