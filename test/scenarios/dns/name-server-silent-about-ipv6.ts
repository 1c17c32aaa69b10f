import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server never answers for IPv6, and does for IPv4',
  layer: 'dns',
  expect: null,
  also: ['dns/slow'],
  silent: true,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const name = { a: [host], trouble: 'silent', troubleFor: ['AAAA'] } as const;
    const dns = await lab.dns({ 'broker.test': name });
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtt://broker.test:${port}`, ...resolver, '--timeout', '1500'] };
  },
});
