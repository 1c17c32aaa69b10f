import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server calls the missing client certificate bad, as Go and Java do',
  layer: 'tls',
  expect: 'tls/client-cert-required',
  certainty: 'observed',
  madeFrom: 'mtls-client-cert-missing',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const { port } = await lab.mqtts(
      {},
      {
        clientCertificate: { ca: devices.cert, whenRefused: { alert: 42 } },
        maxVersion: 'TLSv1.2',
      },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
