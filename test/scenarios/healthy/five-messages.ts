import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'five messages go there and back',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '--count', '5'] };
  },
});
