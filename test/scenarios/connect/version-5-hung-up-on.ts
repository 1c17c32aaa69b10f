import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client insists on MQTT 5, and an old broker hangs up',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1', '3.1.1'], whenVersionRefused: 'close' },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '5'] };
  },
});
