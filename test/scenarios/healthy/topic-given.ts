import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the user names the topic',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-t', 'home/kitchen/temperature'] };
  },
});
