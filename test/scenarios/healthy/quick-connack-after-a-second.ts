import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker takes 1.3 s to answer CONNECT',
  layer: 'healthy',
  expect: null,
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { delayMs: 1300 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-i', 'pump-7'] };
  },
});
