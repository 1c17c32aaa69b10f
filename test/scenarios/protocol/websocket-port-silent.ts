import { defineScenario } from '../scenario.ts';
import { webSocket } from '../web-socket.ts';

export default defineScenario({
  title: 'raw MQTT is spoken to a WebSocket port, which waits for the rest of a request',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  madeFrom: 'tcp-client-on-ws-port',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen(webSocket('silent'));
    return { args: [`mqtt://localhost:${port}`, '--timeout', '1500'] };
  },
});
