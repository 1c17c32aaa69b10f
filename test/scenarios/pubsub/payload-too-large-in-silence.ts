import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker never answers a message that is too large',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { maxBytes: 4000, announcesLimits: false, whenTooLarge: 'silent' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '--payload-size',
        '5000',
        '--timeout',
        '1500',
      ],
    };
  },
});
