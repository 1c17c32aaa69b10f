import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker keeps no sessions, and hangs up on who wants one',
  layer: 'connect',
  expect: 'connect/session-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { whenNotClean: 'close' } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '-V',
        '3.1.1',
        '-i',
        'pump-7',
        '--no-clean',
      ],
    };
  },
});
