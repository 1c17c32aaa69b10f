import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker cuts a byte off every message',
  layer: 'pubsub',
  expect: 'pubsub/payload-altered',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ deliver: { alter: 'truncate' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
