import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a web server with TLS stands before a broker that is down',
  layer: 'websocket',
  expect: 'websocket/upgrade-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ answer: { status: 502 } });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
