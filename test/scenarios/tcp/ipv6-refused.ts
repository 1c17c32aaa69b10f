import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name has an IPv6 address that refuses, and IPv4 works',
  layer: 'tcp',
  expect: null,
  also: ['tcp/ipv6-broken'],
  madeFrom: 'ipv6-aaaa-unreachable',
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const dns = await lab.dns({ 'broker.test': { a: [host], aaaa: ['::1'] } });
    return { args: [`mqtt://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
