import { selfSigned } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the CA file is not the certificate that the server signed itself',
  layer: 'tls',
  expect: 'tls/wrong-ca',
  certainty: 'observed',
  build: async (lab) => {
    const { cert, key } = await selfSigned({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
