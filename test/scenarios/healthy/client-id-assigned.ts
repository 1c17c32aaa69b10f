import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'an empty client id, for which the broker assigns one',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, '-i', ''] };
  },
});
