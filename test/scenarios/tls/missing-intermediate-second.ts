import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server sends the first of two intermediates',
  layer: 'tls',
  expect: 'tls/missing-intermediate',
  certainty: 'proven',
  build: async (lab) => {
    const ca = await lab.authority();
    const upper = await ca.intermediate({ commonName: 'Lab Policy CA' });
    const { host, port: at } = await lab.listen(answersHttp({ status: 200, body: upper.cert }));
    const lower = await upper.intermediate({
      commonName: 'Lab Issuing CA',
      issuerUrl: `http://${host}:${at}/policy.crt`,
    });
    const { cert, key } = await lower.issue({ commonName: 'localhost' });
    const { port } = await lab.mqtts({}, { cert: cert + lower.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
