import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name has an IPv6 address only',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtts({}, {}, { host: '::1' });
    const dns = await lab.dns({ 'broker.test': { aaaa: [host] } });
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`broker.test:${port}`, '--ca', file, ...resolver] };
  },
});
