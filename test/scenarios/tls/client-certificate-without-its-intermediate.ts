import { mintAuthority } from '../../lab/certificates.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client leaves out the intermediate of its certificate',
  layer: 'tls',
  expect: 'tls/client-cert-unknown-ca',
  certainty: 'observed',
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const issuer = await devices.intermediate({ commonName: 'Lab Line 2 CA' });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: devices.cert } });
    const { cert, key } = await issuer.issue({ commonName: 'device7', ...forClients });
    const files = [
      ...['--cert', await lab.file('client.crt', cert)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
