import { selfSigned } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: '--insecure on a broker that nobody vouches for',
  layer: 'healthy',
  expect: null,
  also: ['tls/verification-off'],
  build: async (lab) => {
    const { cert, key } = await selfSigned({ commonName: 'broker.test' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, '--insecure'] };
  },
});
