import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a proxy does not pass the upgrade on, and the broker takes it for nonsense',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ answer: { status: 400, body: '<html>400</html>' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
