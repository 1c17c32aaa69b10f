import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'certificates stand in the chain that do not belong there',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const stranger = await mintAuthority({ name: 'Another Root CA' });
    const { fullchain, key } = await lab.identity();
    const { port } = await lab.mqtts({}, { cert: fullchain + stranger.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
