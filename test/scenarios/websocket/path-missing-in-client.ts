import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client asks for / and the broker is under /mqtt',
  layer: 'websocket',
  expect: 'websocket/wrong-path',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`ws://localhost:${port}`, '--path', '/'] };
  },
});
