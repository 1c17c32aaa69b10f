import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker grants QoS 1 for 2',
  layer: 'healthy',
  expect: null,
  also: ['pubsub/qos-downgraded'],
  build: async (lab) => {
    const { port } = await lab.mqtt({ subscribe: { maxQos: 1 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '2'] };
  },
});
