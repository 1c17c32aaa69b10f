import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server calls our ciphers too weak',
  layer: 'tls',
  expect: 'tls/cipher-mismatch',
  certainty: 'observed',
  madeFrom: 'tls-no-shared-cipher',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { onClientHello: { alert: 71 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
