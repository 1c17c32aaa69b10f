import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a retained message, which is taken back',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, '--retain'] };
  },
});
