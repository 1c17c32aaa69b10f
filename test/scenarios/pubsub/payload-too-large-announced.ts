import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the message is larger than the broker announces',
  layer: 'pubsub',
  expect: 'pubsub/payload-too-large',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({ publish: { maxBytes: 4000 } });
    return { args: [`mqtt://127.0.0.1:${port}`, '--payload-size', '5000'] };
  },
});
