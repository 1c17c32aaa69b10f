import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a token as password makes CONNECT larger than the broker takes (149)',
  layer: 'connect',
  expect: 'connect/packet-too-large',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { maxBytes: 1024 } });
    const token = `eyJ.${'e'.repeat(2000)}.sig`;
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab, token))],
    };
  },
});
