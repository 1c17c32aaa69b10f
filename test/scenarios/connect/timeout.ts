import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'TLS stands, and the broker never answers CONNECT',
  layer: 'connect',
  expect: 'connect/timeout',
  certainty: 'observed',
  madeFrom: 'sni-missing',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'silent' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
