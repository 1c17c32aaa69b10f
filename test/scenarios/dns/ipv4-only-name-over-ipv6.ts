import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'only IPv6 is wanted, and the name has IPv4 addresses only',
  layer: 'dns',
  expect: 'dns/no-address',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { a: ['127.0.0.1'] } });
    return {
      args: ['mqtts://broker.test', '-6', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
