import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker is starting or stopping (3)',
  layer: 'connect',
  expect: 'connect/server-unavailable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1', '3.1.1'], always: { refuse: 3 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
