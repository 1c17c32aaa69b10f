import { mintAuthority } from '../../lab/certificates.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server answers the client certificate with "handshake failure"',
  layer: 'tls',
  expect: 'tls/client-cert-rejected',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const stranger = await mintAuthority({ name: 'Another Device CA' });
    const { port } = await lab.mqtts(
      {},
      {
        clientCertificate: { ca: devices.cert, whenRefused: { alert: 40 } },
        maxVersion: 'TLSv1.2',
      },
    );
    const { fullchain, key } = await stranger.issue({ commonName: 'device7', ...forClients });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
