import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'one message of five is lost',
  layer: 'pubsub',
  expect: 'pubsub/not-delivered',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    let count = 0;
    const deliver = {
      get nothing() {
        count += 1;
        return count === 3;
      },
    };
    const { port } = await lab.mqtt({ deliver });
    return { args: [`mqtt://127.0.0.1:${port}`, '--count', '5'] };
  },
});
