import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a client without an account may not write to the topic of its will (5)',
  layer: 'connect',
  expect: 'connect/will-refused',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { will: { topics: ['plant/'] } } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '--will-topic', 'status/pump-7'] };
  },
});
