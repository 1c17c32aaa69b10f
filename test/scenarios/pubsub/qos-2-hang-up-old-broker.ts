import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 hangs up on QoS 2, and no version is named',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1.1'] },
      publish: { maxQos: 1, whenQosTooHigh: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-q',
        '2',
      ],
    };
  },
});
