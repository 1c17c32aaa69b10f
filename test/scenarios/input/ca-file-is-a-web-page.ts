import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'what was downloaded as CA file is a web page',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.crt', '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n');
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
