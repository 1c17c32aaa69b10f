import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on a keep-alive that is too long',
  layer: 'connect',
  expect: 'connect/keepalive-refused',
  certainty: 'proven',
  madeFrom: 'keepalive-over-broker-max',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { maxKeepAliveS: 1177, whenKeepAliveTooLong: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-k',
        '3600',
      ],
    };
  },
});
