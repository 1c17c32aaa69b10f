import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'SSH answers inside TLS',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const { port } = await lab.listen(says('ssh'), { tls: { cert, key } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
