import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the file of the client certificate begins with its issuer',
  layer: 'input',
  expect: 'input/cert-wrong-kind',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Device CA' });
    const client = await issuer.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const cert = await lab.file('client.crt', client.chain.toReversed().join(''));
    const files = ['--cert', cert, '--key', await lab.file('client.key', client.key)];
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...files] };
  },
});
