import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { tlsOrElse } from '../tls-or-else.ts';

export default defineScenario({
  title: 'the TLS port answers plain MQTT with a TLS alert',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port: behind } = await lab.mqtts();
    const alert = says({ reply: '\x15\x03\x01\0\x02\x02\x46' });
    const { port } = await lab.listen(tlsOrElse(behind, alert));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
