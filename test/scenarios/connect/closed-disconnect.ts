import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker says goodbye instead of a CONNACK, without a reason',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { disconnect: 128 } } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
