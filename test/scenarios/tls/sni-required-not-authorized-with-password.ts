import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a right password is not authorised, because the name is missing',
  layer: 'tls',
  expect: 'tls/sni-required',
  certainty: 'proven',
  madeFrom: 'sni-missing',
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'refuse-connect' } as const;
    const { port } = await lab.mqtts({ connect: { users: { alice: 'secret' } } }, { requireSni });
    const target = [
      `mqtts://broker.test:${port}`,
      '--connect-to',
      '127.0.0.1',
      '--no-sni',
      '-u',
      'alice',
      '-P',
      'secret',
    ];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
