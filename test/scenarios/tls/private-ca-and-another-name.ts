import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a private authority that was not given, for another name as well',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain, key } = await ca.issue({ commonName: 'broker.test' });
    const { port } = await lab.mqtts({}, { cert: fullchain + ca.cert, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
