import { createPublicKey } from 'node:crypto';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the public key is given as key file',
  layer: 'input',
  expect: 'input/key-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const open = createPublicKey(client.key).export({ type: 'spki', format: 'pem' });
    const identity = ['--cert', files.cert, '--key', await lab.file('client.pub', open)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
