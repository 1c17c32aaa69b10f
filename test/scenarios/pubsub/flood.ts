import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker sends messages without end to who subscribes',
  layer: 'pubsub',
  expect: 'pubsub/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { broker, port } = await lab.mqtt();
    const message = Buffer.from('300a0004612f62637878780a', 'hex');
    const much = Buffer.alloc(60_000, message);
    broker.traits = {
      subscribe: {
        get answers() {
          const wire = broker.connections.at(-1)?.arrival.wire;
          for (let sent = 0; sent < 200; sent += 1) wire?.writeRaw(much);
          return false;
        },
      },
    };
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
