import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client insists on MQTT 5, and the broker speaks older ones (132)',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  madeFrom: 'mqtt-version-unsupported',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { versions: ['3.1', '3.1.1'] } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '5'] };
  },
});
