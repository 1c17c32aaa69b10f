import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server is one for something else than MQTT',
  layer: 'websocket',
  expect: 'websocket/subprotocol-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ subprotocol: { chooses: 'graphql-ws' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
