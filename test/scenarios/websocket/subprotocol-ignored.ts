import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a proxy drops the subprotocol from the answer',
  layer: 'websocket',
  expect: 'websocket/subprotocol-refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ subprotocol: 'ignores' });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
