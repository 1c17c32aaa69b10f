import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server never answers an unknown name, and takes none',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const requireSni = {
      names: ['broker.test'],
      refuse: 'accept',
      refuseUnknown: 'stall',
    } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://gone.test:${port}`, '--connect-to', '127.0.0.1', '--timeout', '1500'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
