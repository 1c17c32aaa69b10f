import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker never acknowledges, and delivers all the same',
  layer: 'pubsub',
  expect: 'pubsub/unanswered',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { acknowledges: false } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--timeout', '1500'] };
  },
});
