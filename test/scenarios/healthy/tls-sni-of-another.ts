import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a name of its own for SNI, which the server knows',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'close' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://127.0.0.1:${port}`, '--sni', 'broker.test'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
