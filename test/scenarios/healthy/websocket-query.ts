import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'an address with a token in it',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`ws://localhost:${port}/mqtt?token=abcdef`] };
  },
});
