import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on a keep-alive that is too long, in every version',
  layer: 'connect',
  expect: 'connect/keepalive-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { maxKeepAliveS: 1177, whenKeepAliveTooLong: 'close' },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-k', '3600'] };
  },
});
