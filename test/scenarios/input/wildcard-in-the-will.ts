import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the topic of the will has a wildcard',
  layer: 'input',
  expect: 'input/topic-invalid',
  certainty: 'observed',
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return { args: [`mqtt://${host}:${port}`, '--will-topic', 'home/gone/#'] };
  },
});
