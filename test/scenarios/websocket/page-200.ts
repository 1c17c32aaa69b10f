import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web page is under the path',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ answer: { status: 200, body: '<html>200</html>' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
