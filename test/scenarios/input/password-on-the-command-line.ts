import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password stands on the command line',
  layer: 'input',
  expect: null,
  also: ['input/secret-on-command-line'],
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'correct horse' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    return {
      args: [`mqtts://localhost:${port}`, ...trust, '-u', 'device-7', '-P', 'correct horse'],
    };
  },
});
