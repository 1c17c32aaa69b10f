import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled, and the server hangs up on the missing name',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  madeFrom: 'sni-missing',
  orElse: ['tls/sni-required'],
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'close' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://127.0.0.1:${port}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
