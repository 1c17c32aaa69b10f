import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the intermediate that is left out can be fetched from its authority',
  layer: 'tls',
  expect: 'tls/missing-intermediate',
  certainty: 'proven',
  madeFrom: 'missing-intermediate',
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA' });
    const { host, port: at } = await lab.listen(answersHttp({ status: 200, body: issuer.cert }));
    const { cert, key } = await issuer.issue({
      commonName: 'localhost',
      issuerUrl: `http://${host}:${at}/issuing.crt`,
    });
    const { port } = await lab.mqtts({}, { cert, key });

    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
