import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server answers SERVFAIL',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { trouble: 'SERVFAIL' } });
    return {
      args: ['mqtts://broker.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
