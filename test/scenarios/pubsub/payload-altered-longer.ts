import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker appends a byte to every message',
  layer: 'pubsub',
  expect: 'pubsub/payload-altered',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ deliver: { alter: 'append' } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
