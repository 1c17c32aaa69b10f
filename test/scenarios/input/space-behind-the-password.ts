import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a space was copied along with the password',
  layer: 'input',
  expect: 'connect/bad-credentials',
  also: ['input/stray-characters'],
  certainty: 'observed',
  build: async (lab) => {
    const users = { 'device-7': 'correct horse' };
    const { port } = await lab.mqtts({
      connect: { users, whenCredentialsWrong: refusals.badCredentials },
    });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const secret = [
      '-u',
      'device-7',
      '--password-file',
      await lab.file('password', 'correct horse '),
    ];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
