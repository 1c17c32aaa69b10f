import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name is mistyped and does not exist',
  layer: 'dns',
  expect: 'dns/nxdomain',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { a: ['127.0.0.1'] } });
    return {
      args: ['mqtts://brokre.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'],
    };
  },
});
