import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the round trip is at QoS 0',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-q', '0'] };
  },
});
