import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server answers a missing name with "handshake failure"',
  layer: 'tls',
  expect: 'tls/sni-required',
  certainty: 'proven',
  madeFrom: 'sni-missing',
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: { alert: 40 } } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://broker.test:${port}`, '--connect-to', '127.0.0.1', '--no-sni'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
