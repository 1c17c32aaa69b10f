import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client insists on MQTT 5, and an old broker on a plain port keeps silent',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1.1'], whenVersionRefused: 'silent' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '5', '--timeout', '1500'] };
  },
});
