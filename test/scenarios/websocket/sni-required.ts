import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a WebSocket server in TLS wants the server name',
  layer: 'websocket',
  expect: 'tls/sni-required',
  build: async (lab) => {
    const { port } = await lab.wss(
      {},
      { requireSni: { names: ['localhost'], refuse: { alert: 40 } } },
    );
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab)), '--no-sni'] };
  },
});
