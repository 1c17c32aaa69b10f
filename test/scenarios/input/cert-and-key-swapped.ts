import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the files of certificate and key are given the wrong way round',
  layer: 'input',
  expect: 'input/cert-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const swapped = ['--cert', files.key, '--key', files.cert];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...swapped] };
  },
});
