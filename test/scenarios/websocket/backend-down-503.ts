import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a load balancer has no broker left',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ answer: { status: 503, body: '<html>503</html>' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
