import { closes } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';
import { tlsOrElse } from '../tls-or-else.ts';

export default defineScenario({
  title: 'the TLS port hangs up on plain MQTT',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.listen(tlsOrElse(behind, closes));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
