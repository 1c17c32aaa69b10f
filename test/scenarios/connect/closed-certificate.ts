import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'no policy lets the certificate connect, under any client id',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  madeFrom: 'aws-policy-connect-denied',
  build: async (lab) => {
    const ca = await lab.authority();
    const { port } = await lab.mqtts(
      { connect: { clientId: { allowed: ['thing-1'], whenRefused: 'close' } } },
      { clientCertificate: { ca: [ca.cert] } },
    );
    const device = await ca.issue({ commonName: 'thing-1', ...forClients });
    const shown = [
      '--cert',
      await lab.file('c.crt', device.fullchain),
      '--key',
      await lab.file('c.key', device.key),
    ];
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...shown, '-i', 'basicPubSub'],
    };
  },
});
