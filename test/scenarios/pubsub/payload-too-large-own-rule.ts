import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker has a rule for the size of messages (PUBACK 131)',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { maxBytes: 200_000, announcesLimits: false, whenTooLarge: { ack: 131 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '--payload-size', '262144'] };
  },
});
