import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a client that only publishes, and may not read',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({ subscribe: { allowed: [] } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--no-subscribe'] };
  },
});
