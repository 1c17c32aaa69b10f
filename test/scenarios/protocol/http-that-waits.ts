import { answersHttp } from '../../lab/banners.ts';
import { afterLine } from '../after-line.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web server waits for the end of a line, and so never answers plain MQTT',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen(afterLine(answersHttp({ status: 404 })));
    return { args: [`mqtt://localhost:${port}`, '--timeout', '1500'] };
  },
});
