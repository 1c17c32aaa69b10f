import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker does not take QoS 2, nor a will with it (155)',
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
        '--will-topic',
        'status/pump-7',
        '--will-qos',
        '2',
      ],
    };
  },
});
