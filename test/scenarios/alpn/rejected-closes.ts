import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server hangs up on the protocol that is offered, and takes none',
  layer: 'alpn',
  expect: 'alpn/rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['h2'], whenOther: 'close' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'x-acme'] };
  },
});
