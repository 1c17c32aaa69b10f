import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the answers of the name server are cut short on the way',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { a: ['127.0.0.1'], trouble: 'cut' } });
    return {
      args: ['mqtts://broker.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
