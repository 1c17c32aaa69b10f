import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a web server answers inside TLS',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'observed',
  madeFrom: 'http-cdn-in-front',
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const { port } = await lab.listen(answersHttp(), { tls: { cert, key } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
