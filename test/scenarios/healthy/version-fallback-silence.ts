import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an old broker keeps silent to MQTT 5',
  layer: 'healthy',
  expect: null,
  also: ['connect/version-fallback'],
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { versions: ['3.1.1'], whenVersionRefused: 'silent' },
    });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--timeout',
        '1500',
      ],
    };
  },
});
