import { silent } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';
import { tlsOrElse } from '../tls-or-else.ts';

export default defineScenario({
  title: 'the TLS port waits for more, and never answers plain MQTT',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  silent: true,
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const { port } = await lab.listen(tlsOrElse(behind, silent));
    return { args: [`mqtt://localhost:${port}`, '--timeout', '1500'] };
  },
});
