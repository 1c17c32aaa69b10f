import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the payload of the will makes CONNECT larger than the broker takes (149)',
  layer: 'connect',
  expect: 'connect/packet-too-large',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { maxBytes: 400 } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '--will-topic',
        'status/pump-7',
        '--will-payload',
        'x'.repeat(900),
      ],
    };
  },
});
