import { createPrivateKey, X509Certificate } from 'node:crypto';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'client certificate and key are DER',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const cert = await lab.file('client.der', new X509Certificate(client.cert).raw);
    const secret = createPrivateKey(client.key).export({ type: 'pkcs8', format: 'der' });
    const identity = ['--cert', cert, '--key', await lab.file('key.der', secret)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity, '-l', 'mqtts'] };
  },
});
