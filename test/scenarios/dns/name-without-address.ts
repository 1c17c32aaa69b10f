import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name exists and has no address',
  layer: 'dns',
  expect: 'dns/no-address',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': {} });
    return {
      args: ['mqtts://broker.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
