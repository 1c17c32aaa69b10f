import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an old client speaks TLS 1.1 at most, and the server wants 1.2',
  layer: 'tls',
  expect: 'tls/version-unsupported',
  certainty: 'proven',
  madeFrom: 'tls-version-too-old',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {});
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--tls-max', '1.1'] };
  },
});
