import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker has banned the client (138)',
  layer: 'connect',
  expect: 'connect/banned',
  certainty: 'observed',
  madeFrom: 'broker-banned-client',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { refuse: refusals.banned } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'pump-7',
      ],
    };
  },
});
