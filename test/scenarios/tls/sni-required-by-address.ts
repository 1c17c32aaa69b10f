import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled, so no name is sent, and the server says that it misses one',
  layer: 'tls',
  expect: 'tls/sni-required',
  certainty: 'observed',
  madeFrom: 'sni-missing',
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'alert' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://127.0.0.1:${port}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
