import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client asks for /mqtt and the proxy knows /mqtt/ only',
  layer: 'websocket',
  expect: 'websocket/wrong-path',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.wss({ paths: ['/mqtt/'] });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
