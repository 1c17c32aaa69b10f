import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the authority on the way says of itself that it decrypts',
  layer: 'tls',
  expect: 'tls/intercepted',
  madeFrom: 'tls-interception',
  build: async (lab) => {
    const inspector = await mintAuthority({ name: 'Acme Corp SSL Decryption CA' });
    const { fullchain, key } = await inspector.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
