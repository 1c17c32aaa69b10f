import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';
import { webSocket } from '../web-socket.ts';

export default defineScenario({
  title: 'MQTT in TLS is spoken to a port for WebSocket in TLS, which answers in HTTP',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  madeFrom: 'tcp-client-on-ws-port',
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const { port } = await lab.listen(webSocket('http'), { tls: { cert, key } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
