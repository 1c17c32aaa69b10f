import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker without QoS 2 never answers it',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'proven',
  madeFrom: 'aws-qos2-unsupported',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { maxQos: 1, announcesLimits: false, whenQosTooHigh: 'silent' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-q', '2', '--timeout', '1500'] };
  },
});
