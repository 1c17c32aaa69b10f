import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT 3.1.1: messages to this topic are acknowledged and dropped',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'proven',
  madeFrom: 'publish-denied-silent-drop',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({ publish: { allowed: ['mqtt-doctor/'] } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-t',
        'plant/pump-7/state',
      ],
    };
  },
});
