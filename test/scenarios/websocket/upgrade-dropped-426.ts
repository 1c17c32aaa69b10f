import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a proxy does not pass the upgrade on, and the broker says so',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ answer: { status: 426, body: '<html>426</html>' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
