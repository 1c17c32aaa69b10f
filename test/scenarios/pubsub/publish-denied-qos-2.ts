import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the account may not write to the topic, at QoS 2 (PUBREC 135)',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { allowed: ['mqtt-doctor/'], whenDenied: { ack: 135 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '2', '-t', 'plant/pump-7/state'] };
  },
});
