import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'no version of MQTT is good enough for the broker (132)',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { versions: [], whenVersionRefused: 'connack' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
