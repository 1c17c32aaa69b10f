import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server breaks off with an alert that fits nothing we did',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { onClientHello: { alert: 10 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
