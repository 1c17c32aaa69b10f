import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server resets the connection of who shows no client certificate (TLS 1.3)',
  layer: 'tls',
  expect: 'tls/client-cert-required',
  madeFrom: 'mtls-client-cert-missing',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const { port } = await lab.mqtts(
      {},
      { clientCertificate: { ca: devices.cert, whenRefused: 'reset' }, minVersion: 'TLSv1.3' },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
