import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a chain that is too big for small devices',
  layer: 'healthy',
  expect: null,
  also: ['tls/embedded-unfriendly'],
  build: async (lab) => {
    const ca = await lab.authority();
    const names = Array.from({ length: 400 }, (_, at) => `tenant-${at}.eu-central.broker.test`);
    const { cert, key } = await ca.issue({
      commonName: 'localhost',
      names: ['localhost', ...names],
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
