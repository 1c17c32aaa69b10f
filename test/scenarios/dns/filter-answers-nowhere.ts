import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a filter answers 0.0.0.0 for the name',
  layer: 'dns',
  expect: 'dns/sinkhole',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'mqtt.acme-devices.net': { a: ['0.0.0.0'], aaaa: ['::'] } });
    const port = await lab.shutPort();
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtts://mqtt.acme-devices.net:${port}`, ...resolver] };
  },
});
