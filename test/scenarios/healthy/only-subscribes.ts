import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client that only subscribes, and may not write',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: [], whenDenied: 'close' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--no-publish'] };
  },
});
