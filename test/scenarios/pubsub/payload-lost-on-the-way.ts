import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a path passes small packets and loses large ones',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  orElse: ['pubsub/unanswered'],
  silent: true,
  build: async (lab) => {
    const broker = await lab.mqtt();
    const path = await lab.relay(broker, { up: { swallowAbove: 1200 } });
    return {
      args: [`mqtt://127.0.0.1:${path.port}`, '--payload-size', '3000', '--timeout', '1500'],
    };
  },
});
