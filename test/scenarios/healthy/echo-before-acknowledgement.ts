import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the message comes back before its acknowledgement',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '1', '--count', '3'] };
  },
});
