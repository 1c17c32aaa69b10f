import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server says that it does not know the name',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  certainty: 'observed',
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'alert', refuseUnknown: 'alert' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://gone.test:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
