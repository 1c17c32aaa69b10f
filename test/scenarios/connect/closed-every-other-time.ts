import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'one of two brokers behind an address does not work, and hangs up',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    let met = 0;
    const rule = () => (met++ % 2 === 0 ? 'close' : null);
    const { port } = await lab.mqtts({ connect: { rule } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5'] };
  },
});
