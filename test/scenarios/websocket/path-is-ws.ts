import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client asks for /mqtt and the broker is under /ws',
  layer: 'websocket',
  expect: 'websocket/wrong-path',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws({ paths: ['/ws'] });
    return { args: [`ws://localhost:${port}`] };
  },
});
