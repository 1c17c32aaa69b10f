import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'one of two addresses of the name refuses',
  layer: 'tcp',
  expect: null,
  also: ['tcp/some-addresses-dead'],
  build: async (lab) => {
    const { host, port } = await lab.mqtt({}, { host: '127.83.41.13' });
    const dns = await lab.dns({ 'broker.test': { a: ['127.83.41.14', host] } });
    return { args: [`mqtt://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
