import { inDays } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the certificate expired within the last hour',
  layer: 'tls',
  expect: 'tls/expired',
  certainty: 'observed',
  madeFrom: 'server-cert-expired',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({
      commonName: 'localhost',
      notBefore: inDays(-90),
      notAfter: inDays(-1 / 48),
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
