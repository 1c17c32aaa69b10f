import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the key of the client certificate is encrypted, and the passphrase is given',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const key = await lab.file('locked.key', client.encryptedKey('opensesame'));
    const secret = ['--key-passphrase-file', await lab.file('passphrase', 'opensesame\n')];
    const identity = ['--cert', files.cert, '--key', key, ...secret];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
