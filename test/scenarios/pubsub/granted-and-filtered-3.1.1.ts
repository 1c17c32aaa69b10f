import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT 3.1.1 with QoS 2: the subscription is granted, and nothing is delivered to it',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  madeFrom: 'subscribe-denied-silently-granted',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      subscribe: { allowed: ['plant/'], whenDenied: 'granted-silent' },
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
