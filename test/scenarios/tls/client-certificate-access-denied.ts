import { mintAuthority } from '../../lab/certificates.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server denies access to this certificate',
  layer: 'tls',
  expect: 'tls/client-cert-rejected',
  certainty: 'observed',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const stranger = await mintAuthority({ name: 'Another Device CA' });
    const { port } = await lab.mqtts(
      {},
      {
        clientCertificate: { ca: stranger.cert, whenRefused: { alert: 49 } },
        minVersion: 'TLSv1.3',
      },
    );
    const { fullchain, key } = await devices.issue({ commonName: 'device7', ...forClients });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
