import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web server stands before a broker that is down',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ answer: { status: 502, body: '<html>502</html>' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
