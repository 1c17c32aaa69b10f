import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on a message that is too large',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  certainty: 'proven',
  madeFrom: 'client-buffer-too-small',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { maxBytes: 4000, announcesLimits: false, whenTooLarge: 'close' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '--payload-size',
        '5000',
      ],
    };
  },
});
