import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an inspection product re-signs the connection of a client that has its CA file',
  layer: 'tls',
  expect: 'tls/intercepted',
  madeFrom: 'tls-interception',
  build: async (lab) => {
    const inspector = await mintAuthority({ name: 'FG100E4Q17030199', organization: 'Fortinet' });
    const { fullchain, key } = await inspector.issue({ commonName: 'broker.example.com' });
    const { port } = await lab.mqtts({}, { cert: fullchain, key });
    const target = [`mqtts://broker.example.com:${port}`, '--connect-to', '127.0.0.1'];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
