import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker listens on 8883 only, and the plain port is dialled',
  layer: 'tcp',
  expect: 'tcp/other-port-open',
  certainty: 'proven',
  build: async (lab) => {
    const { host } = await lab.mqtts({}, {}, { host: '127.83.41.11', port: 8883 });
    return { args: [`mqtt://${host}`] };
  },
});
