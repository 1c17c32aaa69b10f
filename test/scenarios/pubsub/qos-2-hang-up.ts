import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker without QoS 2 hangs up on it',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'proven',
  madeFrom: 'aws-qos2-unsupported',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { maxQos: 1, announcesLimits: false, whenQosTooHigh: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-q',
        '2',
      ],
    };
  },
});
