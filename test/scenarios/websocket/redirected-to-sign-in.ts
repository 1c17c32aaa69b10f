import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a page for signing in stands before the broker',
  layer: 'websocket',
  expect: 'websocket/redirected',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({
      answer: { status: 302, headers: { Location: '/login?next=/mqtt' } },
    });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
