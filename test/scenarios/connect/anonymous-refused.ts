import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker wants a user name, and none is given (135)',
  layer: 'connect',
  expect: 'connect/anonymous-refused',
  certainty: 'observed',
  madeFrom: 'anonymous-not-allowed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { anonymous: false, whenAnonymous: refusals.notAuthorized },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
