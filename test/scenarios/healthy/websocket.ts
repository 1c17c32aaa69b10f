import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker behind WebSocket',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`ws://localhost:${port}`] };
  },
});
