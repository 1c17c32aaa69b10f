import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS 1.2 is the newest that is wanted',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: [`mqtts://localhost:${port}`, '--ca', file, '--tls-max', '1.2'] };
  },
});
