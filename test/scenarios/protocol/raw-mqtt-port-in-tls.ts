import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'WebSocket in TLS is spoken to a port for MQTT in TLS',
  layer: 'protocol',
  expect: 'protocol/raw-mqtt-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
