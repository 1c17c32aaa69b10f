import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server leaves out the intermediate below the root that was given',
  layer: 'tls',
  expect: 'tls/missing-intermediate',
  madeFrom: 'missing-intermediate',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA' });
    const { cert, key } = await issuer.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
