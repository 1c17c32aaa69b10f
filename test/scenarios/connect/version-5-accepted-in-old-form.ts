import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker takes a CONNECT of MQTT 5 for one of 3.1.1, and answers in its form',
  layer: 'connect',
  expect: 'connect/version-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: {
        rule: ({ protocolVersion }, { wire }) => {
          if (protocolVersion !== 5) return null;
          wire.writeRaw(Buffer.from('20020000', 'hex'));
          return 'silent';
        },
      },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '5'] };
  },
});
