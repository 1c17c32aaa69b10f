import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server shows a certificate that is made for clients',
  layer: 'tls',
  expect: 'tls/wrong-purpose',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({
      commonName: 'localhost',
      names: ['localhost'],
      ...forClients,
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
