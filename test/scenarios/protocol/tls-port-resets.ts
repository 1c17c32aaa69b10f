import { resets } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';
import { tlsOrElse } from '../tls-or-else.ts';

export default defineScenario({
  title: 'the TLS port resets the connection on plain MQTT',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.listen(tlsOrElse(behind, resets));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
