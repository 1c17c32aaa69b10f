import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'there is no IPv4 address, and the name server fails over the IPv6 one',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({
      'broker.test': { trouble: 'SERVFAIL', troubleFor: ['AAAA'] },
    });
    return {
      args: ['mqtts://broker.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
