import { expired } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: "the server's certificate is past its last day",
  layer: 'tls',
  expect: 'tls/expired',
  certainty: 'observed',
  madeFrom: 'server-cert-expired',
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain, key } = await ca.issue({
      commonName: 'localhost',
      names: ['localhost'],
      ...expired,
    });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    const file = await lab.file('ca.crt', ca.cert);
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
