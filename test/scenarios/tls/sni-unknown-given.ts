import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'another server name is given than that of the host, and the server does not know it',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  certainty: 'proven',
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'close' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [
      `mqtts://broker.test:${port}`,
      '--connect-to',
      '127.0.0.1',
      '--sni',
      'gone.test',
    ];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
