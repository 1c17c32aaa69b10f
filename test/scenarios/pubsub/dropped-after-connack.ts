import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up right after it has let the client in',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-subscribe',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { afterConnack: 'close' } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
      ],
    };
  },
});
