import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the device may not publish to the topics of another, and is hung up on',
  layer: 'pubsub',
  expect: 'pubsub/publish-denied',
  certainty: 'proven',
  madeFrom: 'azure-wrong-topic-disconnect',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      publish: { allowed: ['devices/dev1/', 'mqtt-doctor/'], whenDenied: 'close' },
    });
    const device = ['-V', '3.1.1', '-i', 'dev1', '-t', 'devices/dev2/messages/events/'];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...device] };
  },
});
