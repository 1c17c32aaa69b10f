import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a WebSocket server that agrees to http/1.1 in TLS',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.wss({}, { alpn: { names: ['http/1.1'] } });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
