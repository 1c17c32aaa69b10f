import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on every CONNECT, whatever is changed',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  madeFrom: 'rabbitmq-vhost-missing',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: 'close' } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '-k',
        '600',
        '--will-topic',
        'status/pump-7',
      ],
    };
  },
});
