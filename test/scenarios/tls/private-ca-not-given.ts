import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a private authority issued the certificate, and the client was not given it',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  madeFrom: 'private-ca-not-trusted',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtts://localhost:${port}`] };
  },
});
