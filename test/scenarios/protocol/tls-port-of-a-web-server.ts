import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to the HTTPS port of a web server',
  layer: 'protocol',
  expect: 'protocol/http',
  orElse: ['protocol/tls-port'],
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const { port } = await lab.listen(answersHttp(), { tls: { cert, key } });
    return { args: [`mqtt://localhost:${port}`] };
  },
});
