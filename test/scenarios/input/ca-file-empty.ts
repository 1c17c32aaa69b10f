import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the CA file is empty',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtts://localhost:${port}`, '--ca', await lab.file('ca.crt', '\n')] };
  },
});
