import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'at QoS 0 a message that is not allowed is dropped',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  madeFrom: 'publish-denied-silent-drop',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { allowed: ['plant/'] } });
    return { args: [`mqtt://127.0.0.1:${port}`, '-q', '0'] };
  },
});
