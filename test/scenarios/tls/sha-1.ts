import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the certificate is signed with SHA-1',
  layer: 'tls',
  expect: 'tls/weak-certificate',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await mintAuthority({ name: 'Old Lab CA', key: 'rsa2048' });
    const { cert, key } = await ca.issue({ commonName: 'localhost', signature: 'sha1' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, ca.cert))] };
  },
});
