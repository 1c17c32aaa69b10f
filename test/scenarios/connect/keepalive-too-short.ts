import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the keep-alive is shorter than the broker allows',
  layer: 'connect',
  expect: 'connect/keepalive-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { rule: ({ keepalive = 0 }) => (keepalive < 30 ? 'close' : null) },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-k',
        '10',
      ],
    };
  },
});
