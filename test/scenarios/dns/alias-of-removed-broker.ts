import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name is an alias of a broker that was removed',
  layer: 'dns',
  expect: 'dns/nxdomain',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'mqtt.test': { cname: 'cluster-7.test' } });
    return { args: ['mqtts://mqtt.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'] };
  },
});
