import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'WebSocket is spoken to a port for MQTT, which waits',
  layer: 'protocol',
  expect: 'protocol/raw-mqtt-port',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ whenNotMqtt: 'silent' });
    return { args: [`ws://localhost:${port}`, '--timeout', '1500'] };
  },
});
