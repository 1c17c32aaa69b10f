import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server never answers who sends no name',
  layer: 'tls',
  expect: 'tls/sni-required',
  certainty: 'proven',
  madeFrom: 'sni-missing',
  silent: true,
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'stall' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [
      `mqtts://broker.test:${port}`,
      '--connect-to',
      '127.0.0.1',
      '--no-sni',
      '--timeout',
      '1500',
    ];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
