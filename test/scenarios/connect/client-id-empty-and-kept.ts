import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'an empty client id and a session that is to be kept',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  certainty: 'observed',
  madeFrom: 'client-id-empty-persistent',
  build: async (lab) => {
    const { port } = await lab.mqtt({});
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-i', '', '--no-clean'] };
  },
});
