import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled that the certificate has',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtts://127.0.0.1:${port}`, ...(await trusting(lab))] };
  },
});
