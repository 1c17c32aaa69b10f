import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker without retained messages, and none is sent',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { retain: false, maxQos: 1 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
