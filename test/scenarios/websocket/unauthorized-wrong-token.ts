import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a gateway gets a token that it does not accept',
  layer: 'websocket',
  expect: 'websocket/unauthorized',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ authorization: 'Bearer right' });
    return {
      args: [
        `wss://localhost:${port}`,
        ...(await trusting(lab)),
        '--header',
        'Authorization: Bearer wrong',
      ],
    };
  },
});
