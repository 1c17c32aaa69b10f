import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server has an RSA key of 1024 bits',
  layer: 'tls',
  expect: 'tls/weak-certificate',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'localhost', key: 'rsa1024' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
