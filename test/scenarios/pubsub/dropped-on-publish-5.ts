import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker hangs up on who publishes, without a word in MQTT 5 either',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-publish',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { allowed: ['plant/'], whenDenied: 'reset' } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
