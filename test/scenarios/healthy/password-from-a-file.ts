import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password is in a file that ends with a line break',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'correct horse' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const secret = [
      '-u',
      'device-7',
      '--password-file',
      await lab.file('password', 'correct horse\r\n'),
    ];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
