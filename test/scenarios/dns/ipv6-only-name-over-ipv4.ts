import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'only IPv4 is wanted, and the name has IPv6 addresses only',
  layer: 'dns',
  expect: 'dns/no-address',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { aaaa: ['::1'] } });
    return {
      args: ['mqtts://broker.test', '-4', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
