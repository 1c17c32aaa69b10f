import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'SUBACK has no code in it',
  layer: 'pubsub',
  expect: 'pubsub/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { broker, port } = await lab.mqtt({ subscribe: { answers: false } });
    const answer = () =>
      broker.connections.at(-1)?.arrival.wire.writeRaw(Buffer.from('9001ff', 'hex'));
    broker.traits = {
      connect: { delayMs: 0 },
      subscribe: {
        get answers() {
          answer();
          return false;
        },
      },
    };
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
