import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: "the connection closes in the middle of the server's answer",
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  certainty: 'observed',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.relay(
      { host: '127.0.0.1', port: behind },
      { down: { maxBytes: 300, beyond: 'close' } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
