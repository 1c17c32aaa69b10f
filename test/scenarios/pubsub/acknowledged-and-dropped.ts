import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT 3.1.1: a message that is not allowed is acknowledged and dropped',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  madeFrom: 'publish-denied-silent-drop',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { allowed: ['plant/'] } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1.1'] };
  },
});
