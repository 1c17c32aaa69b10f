import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on the first CONNECT, and on no other',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    let met = 0;
    const rule = () => (met++ === 0 ? 'close' : null);
    const { port } = await lab.mqtts({ connect: { rule } });
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5', '-i', 'pump-7'],
    };
  },
});
