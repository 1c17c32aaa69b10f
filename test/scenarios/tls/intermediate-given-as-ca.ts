import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the CA file holds the intermediate authority without the root',
  layer: 'tls',
  expect: 'tls/wrong-ca',
  certainty: 'observed',
  madeFrom: 'ca-file-wrong-kind',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA' });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab, issuer.cert))] };
  },
});
