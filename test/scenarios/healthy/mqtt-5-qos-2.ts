import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT 5, QoS 2',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({});
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5', '-q', '2'] };
  },
});
