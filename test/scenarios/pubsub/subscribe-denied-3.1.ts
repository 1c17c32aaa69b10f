import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a client of MQTT 3.1 may not read anything (SUBACK 128)',
  layer: 'pubsub',
  expect: 'pubsub/subscribe-denied',
  certainty: 'observed',
  madeFrom: 'subscribe-denied-0x80',
  build: async (lab) => {
    const { port } = await lab.mqtt({ subscribe: { allowed: [] } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1', '-t', 'plant/pump-7/state'] };
  },
});
