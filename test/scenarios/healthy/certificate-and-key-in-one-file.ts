import { traditionalPem } from '../../lab/keys.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'one file holds the client certificate, its chain and its key',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Device CA' });
    const client = await issuer.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const file = await lab.file('client.pem', traditionalPem(client.key) + client.fullchain);
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    return { args: [`mqtts://localhost:${port}`, ...trust, '--cert', file, '--key', file] };
  },
});
