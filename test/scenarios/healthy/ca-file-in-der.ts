import { X509Certificate } from 'node:crypto';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the CA file is DER',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.der', new X509Certificate((await lab.authority()).cert).raw);
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
