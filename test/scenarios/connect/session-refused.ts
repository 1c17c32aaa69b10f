import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker keeps no sessions (135)',
  layer: 'connect',
  expect: 'connect/session-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { whenNotClean: refusals.notAuthorized } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        ...(await alice(lab)),
        '-i',
        'pump-7',
        '--no-clean',
      ],
    };
  },
});
