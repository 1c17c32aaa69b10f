import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a false answer of another sender comes before that of the name server',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const dns = await lab.dns({ 'broker.test': { a: [host], trouble: 'wrong-id-first' } });
    return { args: [`mqtt://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
