import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker resets the connection on every CONNECT',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'reset' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5'] };
  },
});
