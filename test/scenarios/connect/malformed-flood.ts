import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'CONNECT is answered with small packets without end',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: 'flood' } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--no-trials'] };
  },
});
