import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a private authority that was not given, and an address that the certificate has',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtts://127.0.0.1:${port}`] };
  },
});
