import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the properties of CONNACK are longer than the packet',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: {
        rule: ({ protocolVersion }, { wire }) => {
          if (protocolVersion === 5) wire.writeRaw(Buffer.from('2006000010110000', 'hex'));
          return 'close';
        },
      },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '5'] };
  },
});
