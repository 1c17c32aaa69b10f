import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'without a name the server shows the certificate of another host',
  layer: 'tls',
  expect: 'tls/sni-required',
  certainty: 'proven',
  madeFrom: 'sni-missing',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'other.test' });
    const requireSni = { names: ['broker.test'], refuse: { certificate: { cert, key } } } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://broker.test:${port}`, '--connect-to', '127.0.0.1', '--no-sni'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
