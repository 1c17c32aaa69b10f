import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'only a filter with wildcards is subscribed to',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-t', 'home/+/temperature/#', '--no-publish'] };
  },
});
