import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an RSA authority with an RSA intermediate',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await mintAuthority({ name: 'Lab RSA CA', key: 'rsa2048' });
    const issuer = await ca.intermediate({ commonName: 'Lab RSA Issuing CA', key: 'rsa2048' });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost', key: 'rsa2048' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, ca.cert))] };
  },
});
