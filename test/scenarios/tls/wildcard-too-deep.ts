import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a wildcard stands for one label, and the name has two there',
  layer: 'tls',
  expect: 'tls/hostname-mismatch',
  certainty: 'observed',
  madeFrom: 'tls-hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: '*.broker.test' });
    const { port } = await lab.mqtts({}, { cert, key });
    const target = [`mqtts://eu.site7.broker.test:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
