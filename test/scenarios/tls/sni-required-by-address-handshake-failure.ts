import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled, and the server answers the missing name with "handshake failure"',
  layer: 'tls',
  expect: 'tls/sni-required',
  madeFrom: 'sni-missing',
  orElse: ['tls/cipher-mismatch'],
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: { alert: 40 } } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://127.0.0.1:${port}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
