import { selfSigned } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a certificate that signed itself, and was given as CA file',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { cert, key } = await selfSigned({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, cert))] };
  },
});
