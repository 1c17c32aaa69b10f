import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 only does not allow this client id, and no version is named (5)',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: {
        versions: ['3.1', '3.1.1'],
        clientId: { allowed: ['mqtt-doctor-*'], whenRefused: 5 },
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
