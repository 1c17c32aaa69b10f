import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'without a protocol name the port completes TLS and keeps silent',
  layer: 'alpn',
  expect: 'alpn/required',
  certainty: 'proven',
  madeFrom: 'alpn-missing-on-443',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts(
      {},
      { alpn: { names: ['mqtt'], whenNone: 'silent-after-handshake' } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
