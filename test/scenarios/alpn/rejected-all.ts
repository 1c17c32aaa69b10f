import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server knows no protocol that is offered, and none is known to help',
  layer: 'alpn',
  expect: 'alpn/rejected',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['acme-iot/2'], whenNone: 'alert' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'x-acme'] };
  },
});
