import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the path of the key file is mistyped',
  layer: 'input',
  expect: 'input/key-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const identity = ['--cert', files.cert, '--key', `${files.key}.pem`];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
