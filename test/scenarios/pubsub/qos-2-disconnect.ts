import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker takes QoS 1 at most, and says so (DISCONNECT 155)',
  layer: 'pubsub',
  expect: 'pubsub/qos-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { maxQos: 1 } });
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
