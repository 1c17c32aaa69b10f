import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'one address of the name refuses, the other one never answers',
  layer: 'tcp',
  expect: 'tcp/timeout',
  certainty: 'observed',
  silent: true,
  orElse: ['tcp/refused'],
  build: async (lab) => {
    const { host, port } = await lab.blackHole('127.83.41.8');
    const dns = await lab.dns({ 'broker.test': { a: ['127.83.41.9', host] } });
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtts://broker.test:${port}`, ...resolver, '--timeout', '1500'] };
  },
});
