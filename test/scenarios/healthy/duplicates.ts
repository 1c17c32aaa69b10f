import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'every message comes twice',
  layer: 'healthy',
  expect: null,
  also: ['pubsub/duplicate'],
  build: async (lab) => {
    const { port } = await lab.mqtt({ deliver: { copies: 2 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--count', '2'] };
  },
});
