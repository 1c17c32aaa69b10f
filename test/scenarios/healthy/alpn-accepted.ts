import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a protocol name that is offered and accepted',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['mqtt'], whenNone: 'alert' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'mqtt'] };
  },
});
