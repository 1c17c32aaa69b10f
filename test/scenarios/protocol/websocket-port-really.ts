import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT is spoken to a port on which a broker waits behind WebSocket',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`mqtt://localhost:${port}`] };
  },
});
