import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: '--insecure on a broker whose certificate is good',
  layer: 'healthy',
  expect: null,
  also: ['tls/verification-off'],
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {});
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--insecure'] };
  },
});
