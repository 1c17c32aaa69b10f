import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker hangs up on a CONNECT of 3.1.1 that is too large, and says so in 5',
  layer: 'connect',
  expect: 'connect/packet-too-large',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { maxBytes: 1024 } });
    const token = `eyJ.${'e'.repeat(2000)}.sig`;
    const signsIn = await alice(lab, token);
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...signsIn, '-V', '3.1.1'],
    };
  },
});
