import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker has no room for more sessions (3)',
  layer: 'connect',
  expect: 'connect/session-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { versions: ['3.1.1'], whenNotClean: 3 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-i', 'pump-7', '--no-clean'] };
  },
});
