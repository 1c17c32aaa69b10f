import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server hangs up on our first TLS message, whatever it says',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { onClientHello: 'close' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
