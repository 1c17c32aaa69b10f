import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { tlsOrElse } from '../tls-or-else.ts';

export default defineScenario({
  title: 'the port answers plain MQTT in HTTP, and passes TLS on to a broker, as Traefik does',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.listen(tlsOrElse(behind, answersHttp()));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
