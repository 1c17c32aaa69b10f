import { withoutNames } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the address stands in the common name alone, where no client looks for it',
  layer: 'tls',
  expect: 'tls/address-as-name',
  certainty: 'observed',
  madeFrom: 'tls-hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: '127.0.0.1', ...withoutNames });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://127.0.0.1:${port}`, ...(await trusting(lab))] };
  },
});
