import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker is under a path that nobody would guess',
  layer: 'websocket',
  expect: 'websocket/wrong-path',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({ paths: ['/broker/v2'] });
    return { args: [`ws://localhost:${port}`] };
  },
});
