import { mintAuthority } from '../../lab/certificates.ts';
import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the root in the CA file has expired',
  layer: 'tls',
  expect: 'tls/expired',
  certainty: 'observed',
  madeFrom: 'root-ca-expired',
  build: async (lab) => {
    const old = await mintAuthority({ name: 'Old Root CA', ...expired });
    const { cert, key } = await old.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, old.cert))] };
  },
});
