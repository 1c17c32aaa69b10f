import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the CA file is of another authority than the root that the server sends',
  layer: 'tls',
  expect: 'tls/wrong-ca',
  certainty: 'observed',
  madeFrom: 'azure-root-migration',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA' });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost' });
    const stranger = await mintAuthority({ name: 'Another Root CA' });
    const { port } = await lab.mqtts({}, { cert: fullchain + ca.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, stranger.cert))] };
  },
});
