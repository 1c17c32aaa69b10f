import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a filter answers 0.0.0.0, and a broker runs on this very machine',
  layer: 'dns',
  expect: 'dns/sinkhole',
  certainty: 'observed',
  build: async (lab) => {
    const dns = await lab.dns({ 'mqtt.acme-devices.net': { a: ['0.0.0.0'] } });
    const { port } = await lab.mqtt();
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtt://mqtt.acme-devices.net:${port}`, ...resolver] };
  },
});
