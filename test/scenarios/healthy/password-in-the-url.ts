import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password in the URL has characters that are percent-encoded',
  layer: 'healthy',
  expect: null,
  also: ['input/secret-on-command-line'],
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'p@ss:w/rd' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    return { args: [`mqtts://device-7:p%40ss%3Aw%2Frd@localhost:${port}`, ...trust] };
  },
});
