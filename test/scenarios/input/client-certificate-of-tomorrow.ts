import { forClients, notYetValid } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client certificate begins only in two days',
  layer: 'input',
  expect: 'input/client-cert-not-yet-valid',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients, ...notYetValid });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const identity = ['--cert', files.cert, '--key', files.key];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
