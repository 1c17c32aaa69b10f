import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web server without TLS answers the TLS hello',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'observed',
  madeFrom: 'http-cdn-in-front',
  build: async (lab) => {
    const { port } = await lab.listen(answersHttp({ headers: { Server: 'cloudflare' } }));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
