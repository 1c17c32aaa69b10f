import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 only wants a user name, and none is given',
  layer: 'connect',
  expect: 'connect/anonymous-refused',
  certainty: 'observed',
  madeFrom: 'anonymous-not-allowed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { versions: ['3.1.1'], anonymous: false } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
