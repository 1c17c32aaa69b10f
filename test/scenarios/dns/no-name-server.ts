import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'nothing listens where the name server should be',
  layer: 'dns',
  expect: 'dns/timeout',
  certainty: 'observed',
  madeFrom: 'dns-no-network',
  build: async (lab) => {
    const port = await lab.shutPort();
    return { args: ['mqtts://broker.test', '--resolver', `127.0.0.1:${port}`, '--no-trials'] };
  },
});
