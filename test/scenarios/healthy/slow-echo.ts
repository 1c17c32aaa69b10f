import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker delivers after 1.1 s',
  layer: 'healthy',
  expect: null,
  also: ['pubsub/slow'],
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ deliver: { delayMs: 1100 } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
