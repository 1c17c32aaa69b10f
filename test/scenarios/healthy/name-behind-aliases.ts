import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name leads over three aliases to an address',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtts();
    const dns = await lab.dns({
      'mqtt.test': { cname: 'tenant-7.test' },
      'tenant-7.test': { cname: 'eu.test', ttlS: 30 },
      'eu.test': { cname: 'broker.test', ttlS: 5 },
      'broker.test': { a: [host] },
    });
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return {
      args: [`mqtts://mqtt.test:${port}`, '--ca', file, ...resolver, '--sni', 'broker.test'],
    };
  },
});
