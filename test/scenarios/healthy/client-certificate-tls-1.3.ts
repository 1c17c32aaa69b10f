import { mintAuthority } from '../../lab/certificates.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a good client certificate in TLS 1.3',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const devices = await mintAuthority({ name: 'Lab Device CA' });
    const { fullchain, key } = await devices.issue({ commonName: 'device7', ...forClients });
    const clientCertificate = { ca: devices.cert };
    const { port } = await lab.mqtts({}, { clientCertificate, minVersion: 'TLSv1.3' });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
