import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name is an alias of a name that has no address',
  layer: 'dns',
  expect: 'dns/no-address',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'mqtt.test': { cname: 'broker.test' }, 'broker.test': {} });
    return { args: ['mqtts://mqtt.test', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'] };
  },
});
