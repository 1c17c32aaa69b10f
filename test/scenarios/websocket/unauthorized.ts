import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a gateway wants a token with the request',
  layer: 'websocket',
  expect: 'websocket/unauthorized',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ authorization: 'Bearer right' });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
