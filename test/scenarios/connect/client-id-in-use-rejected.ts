import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker without take-over rejects the second client with an id (2)',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  orElse: ['connect/client-id-taken', 'connect/client-id-not-allowed'],
  certainty: 'proven',
  madeFrom: 'duplicate-client-id',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { clientId: { inUse: ['pump-7'] } } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-i', 'pump-7'] };
  },
});
