import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker wants a user name, and none is given (5)',
  layer: 'connect',
  expect: 'connect/anonymous-refused',
  certainty: 'observed',
  madeFrom: 'credentials-missing',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { anonymous: false, whenAnonymous: refusals.notAuthorized },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
