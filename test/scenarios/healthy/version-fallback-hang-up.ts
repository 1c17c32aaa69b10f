import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an old broker hangs up on MQTT 5',
  layer: 'healthy',
  expect: null,
  also: ['connect/version-fallback'],
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1.1'], whenVersionRefused: 'close' },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
