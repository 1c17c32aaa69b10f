import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server does not serve this client',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ '*': { trouble: 'REFUSED' } });
    return {
      args: ['mqtts://broker.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
