import { mintAuthority } from '../../lab/certificates.ts';
import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an expired certificate stands in the chain that nothing needs',
  layer: 'healthy',
  expect: null,
  madeFrom: 'root-ca-expired',
  build: async (lab) => {
    const stranger = await mintAuthority({ name: 'DST Root CA X3', ...expired });
    const { fullchain, key } = await lab.identity();
    const { port } = await lab.mqtts({}, { cert: fullchain + stranger.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
