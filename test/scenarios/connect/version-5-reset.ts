import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client insists on MQTT 5, and an old broker resets the connection',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1', '3.1.1'], whenVersionRefused: 'reset' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '5',
      ],
    };
  },
});
