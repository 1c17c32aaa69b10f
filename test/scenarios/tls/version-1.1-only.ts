import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server speaks TLS 1.1 at most',
  layer: 'tls',
  expect: 'tls/version-unsupported',
  certainty: 'proven',
  madeFrom: 'tls-version-too-old',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
