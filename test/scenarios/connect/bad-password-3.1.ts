import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the password is wrong, said in MQTT 3.1 (4)',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { users: { alice: 'the real one' }, whenCredentialsWrong: refusals.badCredentials },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1',
      ],
    };
  },
});
