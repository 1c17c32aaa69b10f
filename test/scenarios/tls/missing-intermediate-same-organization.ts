import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an intermediate of the organization whose root was given is left out',
  layer: 'tls',
  expect: 'tls/missing-intermediate',
  madeFrom: 'missing-intermediate',
  build: async (lab) => {
    const organization = 'Acme Devices';
    const root = await mintAuthority({ name: 'Acme Root 2020', organization });
    const issuer = await root.intermediate({ commonName: 'Acme Site 7', organization });
    const { cert, key } = await issuer.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, root.cert))] };
  },
});
