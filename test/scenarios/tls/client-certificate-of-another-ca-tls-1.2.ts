import { mintAuthority } from '../../lab/certificates.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client certificate is of an authority that the server does not trust (TLS 1.2)',
  layer: 'tls',
  expect: 'tls/client-cert-unknown-ca',
  certainty: 'observed',
  madeFrom: 'mtls-wrong-ca-client-cert',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const stranger = await mintAuthority({ name: 'Another Device CA' });
    const { port } = await lab.mqtts(
      {},
      { clientCertificate: { ca: devices.cert }, maxVersion: 'TLSv1.2' },
    );
    const { fullchain, key } = await stranger.issue({ commonName: 'device7', ...forClients });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
