import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'CONNACK comes at one byte a second',
  layer: 'connect',
  expect: 'connect/timeout',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: 'trickle' } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--timeout', '1500'] };
  },
});
