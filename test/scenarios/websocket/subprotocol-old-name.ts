import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker knows mqttv3.1 alone',
  layer: 'websocket',
  expect: 'websocket/subprotocol-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws({ subprotocol: { requires: 'mqttv3.1' } });
    return { args: [`ws://localhost:${port}`] };
  },
});
