import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker on a plain port hangs up on every CONNECT',
  layer: 'connect',
  expect: 'connect/closed',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: 'close' } });
    return { args: [`mqtt://127.0.0.1:${port}`, ...(await alice(lab))] };
  },
});
