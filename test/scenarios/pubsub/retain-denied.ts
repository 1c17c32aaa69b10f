import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a client that may not retain messages does, on a topic of its own (PUBACK 135)',
  layer: 'pubsub',
  expect: 'pubsub/retain-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      publish: { retain: false, announcesLimits: false, whenRetained: { ack: 135 } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '--retain', '-t', 'plant/pump-7/state'] };
  },
});
