import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client speaks TLS 1.2 at most, and the server wants 1.3',
  layer: 'tls',
  expect: 'tls/version-unsupported',
  certainty: 'proven',
  madeFrom: 'tls-version-pinned-exact',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { minVersion: 'TLSv1.3' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--tls-max', '1.2'] };
  },
});
