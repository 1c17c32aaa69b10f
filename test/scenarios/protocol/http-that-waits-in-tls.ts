import { answersHttp } from '../../lab/banners.ts';
import { afterLine } from '../after-line.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a web server inside TLS waits for the end of a line, and so never answers MQTT',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const { port } = await lab.listen(afterLine(answersHttp({ status: 404 })), {
      tls: { cert, key },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
