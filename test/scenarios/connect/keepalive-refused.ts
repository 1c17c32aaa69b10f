import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the keep-alive is longer than the broker allows, which it calls a rejected id (2)',
  layer: 'connect',
  expect: 'connect/keepalive-refused',
  certainty: 'proven',
  madeFrom: 'keepalive-over-broker-max',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { maxKeepAliveS: 60 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1', '-k', '120'] };
  },
});
