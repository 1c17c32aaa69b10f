import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker knows no method that it was offered (140)',
  layer: 'connect',
  expect: 'connect/auth-method',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { always: { refuse: refusals.badAuthenticationMethod } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
