import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT 5 is spoken',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-V', '5'] };
  },
});
