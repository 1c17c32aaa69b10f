import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a server that wants TLS 1.3',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { minVersion: 'TLSv1.3' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
