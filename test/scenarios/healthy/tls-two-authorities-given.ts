import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'two CA files, one of them the right one',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const stranger = await mintAuthority({ name: 'Another Root CA' });
    const other = await lab.file('other.crt', stranger.cert);
    const { port } = await lab.mqtts({}, {});
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--ca', other] };
  },
});
