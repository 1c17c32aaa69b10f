import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server hangs up on any name but its own, and on none',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  certainty: 'observed',
  orElse: ['tls/sni-unknown'],
  build: async (lab) => {
    const requireSni = { names: ['broker.test'], refuse: 'close', refuseUnknown: 'close' } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://gone.test:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
