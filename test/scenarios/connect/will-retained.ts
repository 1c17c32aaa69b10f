import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker does not take retained messages, nor a retained will (154)',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { will: { retain: false } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--will-topic',
        'status/pump-7',
        '--will-retain',
      ],
    };
  },
});
