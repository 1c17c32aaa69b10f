import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker announces QoS 1, and hangs up on 2',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { maxQos: 1, whenQosTooHigh: 'close' } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '2', '-t', 'plant/pump-7/state'] };
  },
});
