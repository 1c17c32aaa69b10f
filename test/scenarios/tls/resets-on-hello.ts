import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server resets the connection on our first TLS message',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { onClientHello: 'reset' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
