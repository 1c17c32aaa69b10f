import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title:
    'the certificate says where its private root can be fetched, which is no reason to trust it',
  layer: 'tls',
  expect: 'tls/unknown-ca',
  build: async (lab) => {
    const ca = await lab.authority();
    const { host, port: at } = await lab.listen(answersHttp({ status: 200, body: ca.cert }));
    const { cert, key } = await ca.issue({
      commonName: 'localhost',
      issuerUrl: `http://${host}:${at}/root.crt`,
    });
    const { port } = await lab.mqtts({}, { cert, key });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
