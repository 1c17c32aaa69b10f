import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title:
    'the quota of the plan is used up, and the client speaks 3.1.1, which has no code for it (3)',
  layer: 'connect',
  expect: 'connect/server-busy',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { refuse: refusals.quotaExceeded } } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-V',
        '3.1.1',
      ],
    };
  },
});
