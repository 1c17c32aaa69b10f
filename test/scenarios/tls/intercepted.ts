import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'an inspection product re-signs what passes',
  layer: 'tls',
  expect: 'tls/intercepted',
  madeFrom: 'tls-interception',
  build: async (lab) => {
    const organization = 'Zscaler Inc.';
    const root = await mintAuthority({ name: 'Zscaler Root CA', organization });
    const issuer = await root.intermediate({
      commonName: 'Zscaler Intermediate Root CA (zscaler.net)',
      organization,
    });
    const { fullchain, key } = await issuer.issue({ commonName: 'broker.example.com' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    return { args: [`mqtts://broker.example.com:${port}`, '--connect-to', '127.0.0.1'] };
  },
});
