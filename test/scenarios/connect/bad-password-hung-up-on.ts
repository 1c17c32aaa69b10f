import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on a wrong password and lets in who gives none',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { users: { alice: 'the real one' }, anonymous: true, whenCredentialsWrong: 'close' },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
