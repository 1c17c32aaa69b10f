import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker lets in who gives no password, and refuses a wrong one (135)',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  also: ['connect/anonymous-allowed'],
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { users: { alice: 'the real one' }, anonymous: true },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
