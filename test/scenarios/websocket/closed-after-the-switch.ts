import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server switches and hangs up at once',
  layer: 'websocket',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ closesWith: 1008 });
    return { args: [`ws://localhost:${port}`] };
  },
});
