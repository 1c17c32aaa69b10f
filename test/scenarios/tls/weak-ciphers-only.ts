import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server has nothing but ciphers that clients gave up',
  layer: 'tls',
  expect: 'tls/cipher-mismatch',
  certainty: 'proven',
  madeFrom: 'tls-no-shared-cipher',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'localhost', key: 'rsa2048' });
    const tls = {
      cert,
      key,
      ciphers: 'CAMELLIA128-SHA:CAMELLIA256-SHA',
      maxVersion: 'TLSv1.2',
    } as const;
    const { port } = await lab.mqtts({}, tls);
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
