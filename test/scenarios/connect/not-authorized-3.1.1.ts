import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a wrong password and missing rights get the same answer (5)',
  layer: 'connect',
  expect: 'connect/not-authorized',
  certainty: 'observed',
  madeFrom: 'rabbitmq-guest-remote',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { alice: 'the real one' } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
      ],
    };
  },
});
