import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server wants an Origin, and a device sends none',
  layer: 'websocket',
  expect: 'websocket/origin-rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws({ originRequired: true });
    return { args: [`ws://localhost:${port}`] };
  },
});
