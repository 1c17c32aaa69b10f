import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker encrypts what passes',
  layer: 'pubsub',
  expect: 'pubsub/payload-altered',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ deliver: { alter: 'scramble' } });
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '3.1.1', '-q', '2'],
    };
  },
});
