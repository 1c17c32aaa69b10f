import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a server of TLS 1.2 at most',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { maxVersion: 'TLSv1.2' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
