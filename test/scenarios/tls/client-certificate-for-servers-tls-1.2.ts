import { mintAuthority } from '../../lab/certificates.ts';
import { forServers } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client certificate is made for servers (TLS 1.2)',
  layer: 'tls',
  expect: 'tls/client-cert-rejected',
  certainty: 'observed',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const { port } = await lab.mqtts(
      {},
      { clientCertificate: { ca: devices.cert }, maxVersion: 'TLSv1.2' },
    );
    const { fullchain, key } = await devices.issue({ commonName: 'device7', ...forServers });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
