import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client that takes TLS 1.1, with a server that has nothing newer',
  layer: 'healthy',
  expect: null,
  also: ['tls/old-version'],
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--tls-min', '1.0'] };
  },
});
