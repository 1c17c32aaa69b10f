import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT 3.1, QoS 0',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({});
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '3.1', '-q', '0'],
    };
  },
});
