import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a WebSocket server in TLS does not accept http/1.1, which browsers offer',
  layer: 'alpn',
  expect: 'alpn/rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.wss({}, { alpn: { names: ['mqtt'] } });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
