import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name of a container is used outside of its network',
  layer: 'dns',
  expect: 'dns/local-name',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'broker.test': {} });
    return { args: ['mqtts://mosquitto', '--resolver', `${dns.host}:${dns.port}`, '--no-trials'] };
  },
});
