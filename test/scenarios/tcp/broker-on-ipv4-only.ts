import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker listens on IPv4, and the client takes IPv6',
  layer: 'tcp',
  expect: 'tcp/refused',
  certainty: 'observed',
  orElse: ['tcp/other-port-open'],
  madeFrom: 'ws-listener-wrong-address-family',
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const dns = await lab.dns({ 'broker.test': { a: [host], aaaa: ['::1'] } });
    return { args: [`mqtt://broker.test:${port}`, '-6', '--resolver', `${dns.host}:${dns.port}`] };
  },
});
