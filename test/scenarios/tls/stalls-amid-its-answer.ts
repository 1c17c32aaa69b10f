import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the handshake begins, and stalls after three bytes',
  layer: 'tls',
  expect: 'tls/timeout',
  silent: true,
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.relay(
      { host: '127.0.0.1', port: behind },
      { down: { maxBytes: 3 } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
