import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a broker behind WebSocket in TLS',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.wss();
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
