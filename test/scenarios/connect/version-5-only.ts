import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client insists on MQTT 3.1.1, and the broker speaks 5 only (1)',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { versions: ['5'] } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
      ],
    };
  },
});
