import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the CA file was saved as UTF-16',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const { cert } = await lab.authority();
    const file = await lab.file('ca.crt', Buffer.from(`\ufeff${cert}`, 'utf16le'));
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
