import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the aliases of the name lead in a circle',
  layer: 'dns',
  expect: 'dns/server-failure',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({
      'mqtt.test': { cname: 'broker.test' },
      'broker.test': { cname: 'mqtt.test' },
    });
    return { args: ['mqtts://mqtt.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'] };
  },
});
