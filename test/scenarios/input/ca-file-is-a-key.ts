import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the key of the authority is given as CA file',
  layer: 'input',
  expect: 'input/ca-wrong-kind',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.key', (await lab.authority()).key);
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
