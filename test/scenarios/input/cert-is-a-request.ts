import { certificateRequest } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the request for a certificate is given as certificate',
  layer: 'input',
  expect: 'input/cert-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { csr, key } = await certificateRequest({ commonName: 'device-7' });
    const { port } = await lab.mqtts();
    const cert = await lab.file('client.csr', csr);
    const files = ['--cert', cert, '--key', await lab.file('client.key', key)];
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...files] };
  },
});
