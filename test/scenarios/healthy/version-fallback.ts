import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 says that it does not speak 5',
  layer: 'healthy',
  expect: null,
  also: ['connect/version-fallback'],
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { versions: ['3.1', '3.1.1'] } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
