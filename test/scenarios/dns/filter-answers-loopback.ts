import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a filter answers 127.0.0.1 for a public name',
  layer: 'dns',
  expect: 'dns/sinkhole',
  build: async (lab) => {
    const dns = await lab.dns({ 'mqtt.acme-devices.net': { a: ['127.0.0.1'] } });
    const port = await lab.shutPort();
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtts://mqtt.acme-devices.net:${port}`, ...resolver] };
  },
});
