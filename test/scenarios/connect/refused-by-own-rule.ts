import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker refuses CONNECT by a rule of its own (131)',
  layer: 'connect',
  expect: 'connect/refused',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: { refuse: { v3: 'close', v5: 131 } } } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
