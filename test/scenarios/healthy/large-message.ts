import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a message of four kilobytes goes there and back',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '--payload-size', '4096'] };
  },
});
