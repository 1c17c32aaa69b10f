import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a client certificate is asked for and not insisted on, in TLS 1.3',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const clientCertificate = { ca: (await lab.authority()).cert, optional: true };
    const { port } = await lab.mqtts({}, { clientCertificate, minVersion: 'TLSv1.3' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
