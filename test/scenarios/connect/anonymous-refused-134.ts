import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker wants a user name, and none is given (134)',
  layer: 'connect',
  expect: 'connect/anonymous-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { anonymous: false, whenAnonymous: refusals.badCredentials },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
