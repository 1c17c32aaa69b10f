import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client turns the keep-alive off, and the broker wants one (2)',
  layer: 'connect',
  expect: 'connect/keepalive-refused',
  certainty: 'proven',
  madeFrom: 'keepalive-over-broker-max',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { maxKeepAliveS: 65_000 } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-k',
        '0',
        '-i',
        'pump-7',
      ],
    };
  },
});
