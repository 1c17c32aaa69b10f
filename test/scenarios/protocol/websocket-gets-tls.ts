import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'WebSocket in TLS is asked for on a port for plain WebSocket',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
