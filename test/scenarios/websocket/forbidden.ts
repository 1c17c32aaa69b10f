import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a firewall for web applications says no',
  layer: 'websocket',
  expect: 'websocket/forbidden',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ answer: { status: 403, body: 'Request blocked' } });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
