import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'something that is no name server answers in its place',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': { trouble: 'garbage' } });
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
