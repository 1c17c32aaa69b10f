import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT in TLS is spoken to a port on which a broker waits behind WebSocket in TLS',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.wss();
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
