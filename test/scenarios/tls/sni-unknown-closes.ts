import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server hangs up on an unknown name, and takes none',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  certainty: 'proven',
  build: async (lab) => {
    const requireSni = {
      names: ['broker.test'],
      refuse: 'accept',
      refuseUnknown: 'close',
    } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://gone.test:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
