import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker sends a second CONNACK',
  layer: 'pubsub',
  expect: 'pubsub/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: {
        rule: (_, { wire }) => {
          wire.writeRaw(Buffer.from('20020000', 'hex'));
          return null;
        },
      },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
