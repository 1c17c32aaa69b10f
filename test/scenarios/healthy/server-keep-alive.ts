import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker sets a shorter keep-alive',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { maxKeepAliveS: 60 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-k', '600'] };
  },
});
