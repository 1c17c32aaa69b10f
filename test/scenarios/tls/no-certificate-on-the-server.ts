import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server has no certificate to show',
  layer: 'tls',
  expect: 'tls/cipher-mismatch',
  madeFrom: 'tls-no-shared-cipher',
  orElse: ['tls/sni-unknown'],
  build: async (lab) => {
    const { port } = await lab.listen(lab.broker(), { tls: {} });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
