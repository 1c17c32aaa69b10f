import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a page of a site that may connect',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.ws({ origins: ['https://app.example'] });
    return { args: [`ws://localhost:${port}`, '--header', 'Origin: https://app.example'] };
  },
});
