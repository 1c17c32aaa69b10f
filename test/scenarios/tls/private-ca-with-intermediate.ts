import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the chain is whole, and its private root was not given',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA' });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
