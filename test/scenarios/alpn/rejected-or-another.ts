import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server refuses the protocol that is offered, and takes another or none',
  layer: 'alpn',
  expect: 'alpn/rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['mqtt'] } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'x-acme'] };
  },
});
