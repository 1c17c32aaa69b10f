import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker without QoS 2 hangs up on such a will in 3.1.1',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { will: { maxQos: 1 } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '--will-topic',
        'status/pump-7',
        '--will-qos',
        '2',
      ],
    };
  },
});
