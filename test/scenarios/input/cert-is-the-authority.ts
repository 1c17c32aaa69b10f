import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the certificate of the authority is given as client certificate',
  layer: 'input',
  expect: 'input/cert-wrong-kind',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forClients });
    const { port } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const identity = ['--cert', `${lab.dir}/ca.crt`, '--key', files.key];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
