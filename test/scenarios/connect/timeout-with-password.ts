import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'TLS stands, and the broker never answers a CONNECT with a password',
  layer: 'connect',
  expect: 'connect/timeout',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'silent' } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '--timeout',
        '1500',
      ],
    };
  },
});
