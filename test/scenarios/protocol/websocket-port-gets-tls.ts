import { defineScenario } from '../scenario.ts';
import { webSocket } from '../web-socket.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain WebSocket port',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.listen(webSocket('http'));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
