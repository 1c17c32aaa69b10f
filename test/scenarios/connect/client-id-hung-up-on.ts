import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the policy of the certificate does not allow this client id, and the broker hangs up',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  certainty: 'proven',
  madeFrom: 'aws-policy-connect-denied',
  build: async (lab) => {
    const ca = await lab.authority();
    const { port } = await lab.mqtts(
      { connect: { clientId: { allowed: ['mqtt-doctor-*'], whenRefused: 'close' } } },
      { clientCertificate: { ca: [ca.cert] } },
    );
    const device = await ca.issue({ commonName: 'device-1', ...forClients });
    const shown = [
      '--cert',
      await lab.file('c.crt', device.fullchain),
      '--key',
      await lab.file('c.key', device.key),
    ];
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...shown, '-i', 'gateway-1'],
    };
  },
});
