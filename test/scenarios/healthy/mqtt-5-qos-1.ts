import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT 5, QoS 1',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, ...(await alice(lab)), '-V', '5', '-q', '1'] };
  },
});
