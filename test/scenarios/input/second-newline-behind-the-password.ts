import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password file ends with two line breaks',
  layer: 'input',
  expect: 'connect/not-authorized',
  also: ['input/stray-characters'],
  orElse: ['connect/bad-credentials'],
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'correct horse' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const file = await lab.file('password', 'correct horse\r\n\r\n');
    const secret = ['-u', 'device-7', '--password-file', file];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
