import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker has a .local name, and nothing here finds it by mDNS',
  layer: 'dns',
  expect: 'dns/local-name',
  certainty: 'observed',
  madeFrom: 'mdns-name-not-resolved',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': {} });
    return {
      args: ['mqtts://homeassistant.local', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
