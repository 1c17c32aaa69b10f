import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the authority has an RSA key of 1024 bits',
  layer: 'tls',
  expect: 'tls/weak-certificate',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await mintAuthority({ name: 'Old Lab CA', key: 'rsa1024' });
    const { cert, key } = await ca.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, ca.cert))] };
  },
});
