import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the whole URL is given, where other clients take the host alone',
  layer: 'healthy',
  expect: null,
  madeFrom: 'url-used-as-hostname',
  build: async (lab) => {
    const { port } = await lab.mqtt();
    return { args: [`tcp://localhost:${port}/`] };
  },
});
