import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server answers an unknown name with "access denied"',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  build: async (lab) => {
    const requireSni = {
      names: ['broker.test'],
      refuse: { alert: 49 },
      refuseUnknown: { alert: 49 },
    } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://gone.test:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
