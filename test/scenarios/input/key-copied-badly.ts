import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the lines of the key are indented, as in a configuration file',
  layer: 'input',
  expect: 'input/key-unreadable',
  also: ['input/stray-characters'],
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const key = await lab.file('indented.key', client.key.replaceAll(/^/gm, '    '));
    const identity = ['--cert', files.cert, '--key', key];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
