import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a session that is to be kept',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, '-i', 'pump-7', '--no-clean'] };
  },
});
