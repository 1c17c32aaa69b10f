import { defineScenario } from '../scenario.ts';
import { webSocket } from '../web-socket.ts';

export default defineScenario({
  title: 'raw MQTT is spoken to a WebSocket port, which hangs up on raw MQTT',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  madeFrom: 'tcp-client-on-ws-port',
  build: async (lab) => {
    const { port } = await lab.listen(webSocket('close'));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
