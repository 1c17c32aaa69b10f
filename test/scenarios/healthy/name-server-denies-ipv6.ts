import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server says NXDOMAIN where it means that there is no IPv6 address',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const name = { a: [host], trouble: 'NXDOMAIN', troubleFor: ['AAAA'] } as const;
    const dns = await lab.dns({ 'broker.test': name });
    return { args: [`mqtt://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
