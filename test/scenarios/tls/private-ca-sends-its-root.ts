import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server sends its private root along, which proves nothing',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  certainty: 'observed',
  madeFrom: 'private-ca-not-trusted',
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain, key } = await lab.identity();
    const { port } = await lab.mqtts({}, { cert: fullchain + ca.cert, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
