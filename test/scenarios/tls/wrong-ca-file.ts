import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the CA file is of another authority',
  layer: 'tls',
  expect: 'tls/wrong-ca',
  madeFrom: 'aws-legacy-root-ca',
  build: async (lab) => {
    const stranger = await mintAuthority({ name: 'Another Root CA' });
    const { port } = await lab.mqtts();
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, stranger.cert))] };
  },
});
