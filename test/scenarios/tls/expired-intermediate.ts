import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an intermediate in the chain has expired',
  layer: 'tls',
  expect: 'tls/expired',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA', ...expired });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
