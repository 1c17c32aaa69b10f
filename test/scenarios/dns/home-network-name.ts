import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name is known to the router of another network only',
  layer: 'dns',
  expect: 'dns/local-name',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': {} });
    return { args: ['mqtts://broker.lan', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'] };
  },
});
