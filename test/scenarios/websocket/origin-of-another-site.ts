import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the page is on a site that may not connect',
  layer: 'websocket',
  expect: 'websocket/origin-rejected',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.wss({ origins: ['https://app.example'] });
    return {
      args: [
        `wss://localhost:${port}`,
        ...(await trusting(lab)),
        '--header',
        'Origin: https://other.example',
      ],
    };
  },
});
