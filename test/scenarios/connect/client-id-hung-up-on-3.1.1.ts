import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on this client id, in MQTT 3.1.1, with will and keep-alive',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  certainty: 'proven',
  madeFrom: 'aws-policy-connect-denied',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { clientId: { allowed: ['mqtt-doctor-*'], whenRefused: 'close' } },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'gateway-1',
        '-k',
        '900',
        '--will-topic',
        'gone',
      ],
    };
  },
});
