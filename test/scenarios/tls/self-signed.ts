import { selfSigned } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker signed its certificate itself, and the client was given none',
  layer: 'tls',
  expect: 'tls/self-signed',
  certainty: 'observed',
  madeFrom: 'private-ca-not-trusted',
  build: async (lab) => {
    const { cert, key } = await selfSigned({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
