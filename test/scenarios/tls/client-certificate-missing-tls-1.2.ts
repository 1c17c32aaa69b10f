import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server insists on a client certificate, and none is given (TLS 1.2)',
  layer: 'tls',
  expect: 'tls/client-cert-required',
  certainty: 'observed',
  madeFrom: 'mtls-client-cert-missing',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const { port } = await lab.mqtts(
      {},
      { clientCertificate: { ca: devices.cert }, maxVersion: 'TLSv1.2' },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
