import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'WebSocket is spoken to a port for MQTT, which hangs up',
  layer: 'protocol',
  expect: 'protocol/raw-mqtt-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt();
    return { args: [`ws://localhost:${port}`] };
  },
});
