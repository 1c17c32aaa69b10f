import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker sends a message before it has answered CONNECT',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { always: { bytes: Buffer.from('300700057465737461', 'hex') } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
