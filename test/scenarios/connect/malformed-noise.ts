import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'CONNECT is answered with noise',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'garbage' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
