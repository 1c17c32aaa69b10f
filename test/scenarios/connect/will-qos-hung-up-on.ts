import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker without QoS 2 hangs up on a will with it',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  madeFrom: 'aws-qos2-unsupported',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { will: { maxQos: 1 } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '-V',
        '3.1.1',
        '--will-topic',
        'status/pump-7',
        '--will-qos',
        '2',
      ],
    };
  },
});
