import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT 3.1 is spoken',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-V', '3.1'] };
  },
});
