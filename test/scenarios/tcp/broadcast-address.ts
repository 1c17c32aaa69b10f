import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the address is that of a whole network (broadcast)',
  layer: 'tcp',
  expect: 'tcp/unreachable',
  certainty: 'observed',
  build: async () => ({ args: ['mqtts://127.255.255.255'] }),
});
