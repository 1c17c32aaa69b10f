import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker delivers after 300 ms',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({ deliver: { delayMs: 300 } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
