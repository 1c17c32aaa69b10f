import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the intermediates are sent in the wrong order',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const upper = await ca.intermediate({ commonName: 'Lab Policy CA' });
    const lower = await upper.intermediate({ commonName: 'Lab Issuing CA' });
    const { cert, key } = await lower.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: cert + upper.cert + lower.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
