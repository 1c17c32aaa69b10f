import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a message just below the size that the broker announces',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { maxBytes: 100_000 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--payload-size', '90000'] };
  },
});
