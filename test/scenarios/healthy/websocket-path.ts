import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker behind WebSocket under a path of its own',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.ws({ paths: ['/broker/v2'] });
    return { args: [`ws://localhost:${port}/broker/v2`] };
  },
});
