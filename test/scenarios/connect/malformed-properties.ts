import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the properties of CONNACK are longer than the packet',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { always: { bytes: Buffer.from('2006000010110000', 'hex') } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '5'] };
  },
});
