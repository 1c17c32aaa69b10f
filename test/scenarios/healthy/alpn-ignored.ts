import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a protocol name that the server ignores',
  layer: 'healthy',
  expect: null,
  also: ['alpn/ignored'],
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {});
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'mqtt'] };
  },
});
