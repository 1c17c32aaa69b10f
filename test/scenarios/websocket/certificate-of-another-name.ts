import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the certificate of a WebSocket server is for another name',
  layer: 'websocket',
  expect: 'tls/hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain: cert, key } = await ca.issue({ commonName: 'other.test' });
    const { port } = await lab.wss({}, { cert, key });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
