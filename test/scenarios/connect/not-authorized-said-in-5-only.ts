import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker hangs up on MQTT 3.1.1, and says in 5 that the client is not authorised',
  layer: 'connect',
  expect: 'connect/not-authorized',
  certainty: 'observed',
  madeFrom: 'aws-policy-connect-denied',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { refuse: { v3: 'close', v5: 135 } } } });
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
