import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled, and the server shows the certificate of a host',
  layer: 'tls',
  expect: 'tls/address-as-name',
  certainty: 'observed',
  madeFrom: 'sni-missing',
  orElse: ['tls/sni-required'],
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'other.test' });
    const requireSni = { names: ['broker.test'], refuse: { certificate: { cert, key } } } as const;
    const { port } = await lab.mqtts({}, { requireSni });
    const target = [`mqtts://127.0.0.1:${port}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
