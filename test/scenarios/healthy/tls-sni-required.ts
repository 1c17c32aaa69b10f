import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a server that wants its name gets it',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const requireSni = { names: ['localhost'], refuse: 'alert' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
