import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker of QoS 0 hangs up on more',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { maxQos: 0, announcesLimits: false, whenQosTooHigh: 'close' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
