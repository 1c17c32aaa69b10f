import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a key of OpenSSH is given as key file',
  layer: 'input',
  expect: 'input/key-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const body = Buffer.from('openssh-key-v1\0none').toString('base64');
    const label = 'OPENSSH PRIVATE KEY';
    const text = `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
    const identity = ['--cert', files.cert, '--key', await lab.file('id_ed25519', text)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
