import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'without a protocol name the port never answers',
  layer: 'alpn',
  expect: 'alpn/required',
  certainty: 'proven',
  madeFrom: 'alpn-missing-on-443',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['mqtt'], whenNone: 'stall' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
