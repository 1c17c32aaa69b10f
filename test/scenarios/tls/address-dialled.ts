import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an address is dialled, and the certificate names hosts',
  layer: 'tls',
  expect: 'tls/address-as-name',
  certainty: 'observed',
  madeFrom: 'tls-hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'broker.test' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://127.0.0.1:${port}`, ...(await trusting(lab))] };
  },
});
