import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker grants QoS 1, and delivers with 0',
  layer: 'healthy',
  expect: null,
  also: ['pubsub/qos-downgraded'],
  build: async (lab) => {
    const { port } = await lab.mqtts({ deliver: { maxQos: 0 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
