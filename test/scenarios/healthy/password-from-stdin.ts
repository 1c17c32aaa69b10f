import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password comes in on standard input',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'correct horse' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const secret = ['-u', 'device-7', '--password-stdin'];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret], stdin: 'correct horse\n' };
  },
});
