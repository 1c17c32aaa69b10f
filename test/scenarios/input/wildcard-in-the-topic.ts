import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the topic to publish to has a wildcard',
  layer: 'input',
  expect: 'input/topic-invalid',
  certainty: 'observed',
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '-t', 'home/+/temperature'] };
  },
});
