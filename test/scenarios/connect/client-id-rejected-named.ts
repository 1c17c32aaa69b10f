import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the id that the client gives has not the prefix that the broker wants (2)',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { clientId: { allowed: ['plant-*'] } } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-i', 'pump-7'] };
  },
});
