import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker delivers after 700 ms, at QoS 0',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ deliver: { delayMs: 700 } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-q',
        '0',
      ],
    };
  },
});
