import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker with a private authority, which the client was given',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
