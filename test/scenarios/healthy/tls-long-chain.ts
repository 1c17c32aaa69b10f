import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a chain of two intermediates',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const upper = await ca.intermediate({ commonName: 'Lab Policy CA' });
    const lower = await upper.intermediate({ commonName: 'Lab Issuing CA' });
    const { fullchain, key } = await lower.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
