import { inDays } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a certificate that lives for a week, and has half of it left',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({
      commonName: 'localhost',
      notBefore: inDays(-3),
      notAfter: inDays(4),
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
