import { strayKey } from '../../lab/keys.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the key was made anew, and the certificate was not',
  layer: 'input',
  expect: 'input/key-mismatch',
  madeFrom: 'mtls-key-cert-mismatch',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const identity = ['--cert', files.cert, '--key', await lab.file('new.key', await strayKey())];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
