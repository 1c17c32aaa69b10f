import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker speaks MQTT 3.1 and nothing newer (1)',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  madeFrom: 'mqtt311-on-old-broker',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1'], whenVersionRefused: 'connack-3.1.1' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
