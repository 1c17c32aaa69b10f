import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 denies the topic, and no version is named (SUBACK 128)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1.1'] },
      subscribe: { allowed: ['mqtt-doctor/'] },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'pump-7',
        '-t',
        'plant/pump-7/state',
      ],
    };
  },
});
