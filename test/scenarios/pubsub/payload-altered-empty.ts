import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'messages come back empty',
  layer: 'pubsub',
  expect: 'pubsub/payload-altered',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ deliver: { alter: 'empty' } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1'] };
  },
});
