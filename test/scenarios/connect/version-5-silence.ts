import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client insists on MQTT 5, and an old broker keeps silent',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1.1'], whenVersionRefused: 'silent' },
    });
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5', '--timeout', '1500'],
    };
  },
});
