import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'WebSocket is spoken to a port for MQTT, which resets',
  layer: 'protocol',
  expect: 'protocol/raw-mqtt-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({ whenNotMqtt: 'reset' });
    return { args: [`ws://localhost:${port}`] };
  },
});
