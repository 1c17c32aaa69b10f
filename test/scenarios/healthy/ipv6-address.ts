import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the target is an IPv6 address, which the certificate holds',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {}, { host: '::1' });
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: [`[::1]:${port}`, '--ca', file] };
  },
});
