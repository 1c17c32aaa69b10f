import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on any SUBSCRIBE to a topic that its policy does not name',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-subscribe',
  certainty: 'observed',
  madeFrom: 'aws-policy-topic-denied',
  build: async (lab) => {
    const { port } = await lab.mqtts({ subscribe: { allowed: ['plant/'], whenDenied: 'close' } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
      ],
    };
  },
});
