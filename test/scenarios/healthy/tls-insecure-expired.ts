import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: '--insecure on a broker whose certificate has expired',
  layer: 'healthy',
  expect: null,
  also: ['tls/verification-off', 'tls/expired'],
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'localhost', ...expired });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--insecure'] };
  },
});
