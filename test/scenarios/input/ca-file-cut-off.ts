import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the end of the CA file is missing',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const { cert } = await lab.authority();
    const file = await lab.file('ca.crt', cert.slice(0, 300));
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
