import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a gateway wants a token, and gets it',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.wss({ authorization: 'Bearer right' });
    return {
      args: [
        `wss://localhost:${port}`,
        ...(await trusting(lab)),
        '--header',
        'Authorization: Bearer right',
      ],
    };
  },
});
