import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client with its own id gives a wrong password to a broker that wants none (5)',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  also: ['connect/anonymous-allowed'],
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { users: { alice: 'the real one' }, anonymous: true },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
      ],
    };
  },
});
