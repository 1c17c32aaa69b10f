import { withoutNames } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a certificate without alternative names, whose common name is another host',
  layer: 'tls',
  expect: 'tls/hostname-mismatch',
  certainty: 'observed',
  madeFrom: 'tls-hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'broker.test', ...withoutNames });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
