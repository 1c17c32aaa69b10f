import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on every CONNECT',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'close' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
