import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker takes one unacknowledged message at a time',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { properties: { receiveMaximum: 1, topicAliasMaximum: 0 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '--count', '10', '-q', '2'] };
  },
});
