import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker hangs up on the second client with an id',
  layer: 'connect',
  expect: 'connect/client-id-not-allowed',
  orElse: ['connect/client-id-taken'],
  certainty: 'proven',
  madeFrom: 'duplicate-client-id',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { clientId: { inUse: ['pump-7'], whenInUse: 'close' } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-i', 'pump-7'] };
  },
});
