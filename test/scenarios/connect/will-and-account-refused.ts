import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title:
    'the account may not write to the topic of its will; the password is right, and the id is its own',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  build: async (lab) => {
    const users = { alice: 'correct horse' };
    const { port } = await lab.mqtts({
      connect: { users, anonymous: true, will: { topics: ['plant/'], whenRefused: 'close' } },
    });
    const target = [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))];
    return { args: [...target, '-V', '3.1.1', '-i', 'pump-7', '--will-topic', 'status/pump-7'] };
  },
});
