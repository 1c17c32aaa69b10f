import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker takes 2.1 s to answer CONNECT',
  layer: 'healthy',
  expect: null,
  also: ['connect/slow'],
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { delayMs: 2100 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
