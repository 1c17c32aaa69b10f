import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the listener is for pre-shared keys only',
  layer: 'tls',
  expect: 'tls/cipher-mismatch',
  certainty: 'proven',
  madeFrom: 'tls-no-shared-cipher',
  build: async (lab) => {
    const tls = {
      ciphers: 'PSK',
      psk: { device7: Buffer.from('42') },
    };
    const { port } = await lab.listen(lab.broker(), { tls });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
