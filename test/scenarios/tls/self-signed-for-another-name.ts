import { selfSigned } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the certificate signed itself, for a name that is not dialled',
  layer: 'tls',
  expect: 'tls/self-signed',
  certainty: 'observed',
  build: async (lab) => {
    const { cert, key } = await selfSigned({
      commonName: 'TRAEFIK DEFAULT CERT',
      names: ['x.traefik.default'],
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
