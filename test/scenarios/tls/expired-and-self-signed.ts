import { selfSigned } from '../../lab/certificates.ts';
import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a certificate that signed itself, is trusted and has expired',
  layer: 'tls',
  expect: 'tls/expired',
  certainty: 'observed',
  madeFrom: 'server-cert-expired',
  build: async (lab) => {
    const { cert, key } = await selfSigned({ commonName: 'localhost', ...expired });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, cert))] };
  },
});
