import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client wants TLS 1.3, and the server speaks 1.2 at most',
  layer: 'tls',
  expect: 'tls/version-unsupported',
  certainty: 'proven',
  madeFrom: 'tls-version-pinned-exact',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { maxVersion: 'TLSv1.2' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--tls-min', '1.3'] };
  },
});
