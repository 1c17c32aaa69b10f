import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the only address of the name is IPv6, and its packets vanish',
  layer: 'tcp',
  expect: 'tcp/timeout',
  certainty: 'observed',
  silent: true,
  madeFrom: 'wrong-address-blackhole',
  orElse: ['tcp/other-port-open'],
  build: async (lab) => {
    const { host, port } = await lab.blackHole('::1');
    const dns = await lab.dns({ 'broker.test': { aaaa: [host] } });
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtts://broker.test:${port}`, ...resolver, '--timeout', '1500'] };
  },
});
