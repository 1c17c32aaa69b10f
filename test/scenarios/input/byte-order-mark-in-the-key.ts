import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the key file begins with a byte order mark, which some clients cannot read',
  layer: 'input',
  expect: null,
  also: ['input/stray-characters'],
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const key = await lab.file('marked.key', `\ufeff${client.key}`);
    const identity = ['--cert', files.cert, '--key', key];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
