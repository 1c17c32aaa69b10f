import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a path with a round trip of 100 ms',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const path = await lab.relay(await lab.mqtts(), { delayMs: 50 });
    return { args: [`mqtts://localhost:${path.port}`, ...(await trusting(lab))] };
  },
});
