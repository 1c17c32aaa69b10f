import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server never answers',
  layer: 'dns',
  expect: 'dns/timeout',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { trouble: 'silent' } });
    return {
      args: [
        'mqtts://broker.test',
        '--timeout',
        '1200',
        '--resolver',
        `${dns.host}:${dns.port}`,
        '--no-trials',
      ],
    };
  },
});
