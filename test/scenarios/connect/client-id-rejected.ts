import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker takes ids with its prefix only, and the id is none of them (133)',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { clientId: { allowed: ['plant-*'] } } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
