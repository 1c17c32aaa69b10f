import { notYetValid } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the certificate begins in the future',
  layer: 'tls',
  expect: 'tls/not-yet-valid',
  certainty: 'observed',
  madeFrom: 'device-clock-wrong',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'localhost', ...notYetValid });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
