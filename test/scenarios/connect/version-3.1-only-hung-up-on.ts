import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker speaks MQTT 3.1 and hangs up on anything newer',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  madeFrom: 'mqtt311-on-old-broker',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1'], whenVersionRefused: 'close' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
