import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password is wrong, and a broker of MQTT 3.1.1 says so (4)',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  also: ['connect/credentials-in-clear'],
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: {
        versions: ['3.1.1'],
        users: { alice: 'the real one' },
        whenCredentialsWrong: refusals.badCredentials,
      },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, ...(await alice(lab))] };
  },
});
