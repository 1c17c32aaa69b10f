import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web server answers plain MQTT',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'observed',
  madeFrom: 'http-cdn-in-front',
  build: async (lab) => {
    const { port } = await lab.listen(answersHttp());
    return { args: [`mqtt://localhost:${port}`] };
  },
});
