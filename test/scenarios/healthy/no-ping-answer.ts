import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker that never answers a PINGREQ, at QoS 0',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({ answersPings: false });
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '0'] };
  },
});
