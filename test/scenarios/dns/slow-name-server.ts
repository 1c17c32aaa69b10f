import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the name server takes more than a second',
  layer: 'dns',
  expect: null,
  also: ['dns/slow'],
  build: async (lab) => {
    const { port } = await lab.mqtt();
    const dns = await lab.dns({ 'broker.test': { a: ['127.0.0.1'], delayMs: 1050 } });
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtt://broker.test:${port}`, ...resolver, '--no-trials'] };
  },
});
