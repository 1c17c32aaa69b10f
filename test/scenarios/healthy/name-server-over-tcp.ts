import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the answer of the name server fits into TCP only',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const dns = await lab.dns({ 'broker.test': { a: [host], trouble: 'truncated' } });
    return { args: [`mqtt://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
