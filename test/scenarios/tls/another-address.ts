import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the certificate has an address, and not the one that is dialled',
  layer: 'tls',
  expect: 'tls/hostname-mismatch',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'broker.test', names: ['192.0.2.1'] });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://127.0.0.1:${port}`, ...(await trusting(lab))] };
  },
});
