import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the authority was made anew under its old name, and the client has the old one',
  layer: 'tls',
  expect: 'tls/wrong-ca',
  certainty: 'observed',
  build: async (lab) => {
    const old = await mintAuthority({ name: 'Lab Root CA' });
    const { port } = await lab.mqtts();
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, old.cert))] };
  },
});
