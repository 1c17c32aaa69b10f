import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client certificate is asked for and not insisted on, in TLS 1.2',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const clientCertificate = { ca: (await lab.authority()).cert, optional: true };
    const { port } = await lab.mqtts({}, { clientCertificate, maxVersion: 'TLSv1.2' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
