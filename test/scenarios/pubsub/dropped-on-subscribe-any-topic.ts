import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker hangs up on every SUBSCRIBE',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-subscribe',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ subscribe: { allowed: [], whenDenied: 'close' } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-t', 'plant/pump-7/state'] };
  },
});
