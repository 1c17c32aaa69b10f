import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker never answers SUBSCRIBE',
  layer: 'pubsub',
  expect: 'pubsub/unanswered',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({ subscribe: { answers: false } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
