import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a long path, on which session tickets come late',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.relay({ host: '127.0.0.1', port: behind }, { delayMs: 60 });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
