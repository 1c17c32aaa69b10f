import { intolerant } from '../intolerant.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'what stands before the server resets any connection that offers TLS 1.3',
  layer: 'tls',
  expect: 'tls/version-unsupported',
  certainty: 'proven',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts({}, { maxVersion: 'TLSv1.2' });
    const { port } = await lab.listen(intolerant(behind));
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
