import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server never answers, and the name is a local one',
  layer: 'dns',
  expect: 'dns/timeout',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const dns = await lab.dns({ '*': { trouble: 'silent' } });
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: ['mqtts://broker.lan', ...resolver, '--no-trials', '--timeout', '1200'] };
  },
});
