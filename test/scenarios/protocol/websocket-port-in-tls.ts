import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'MQTT in TLS is spoken to a port for WebSocket in TLS that says so (426)',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'observed',
  madeFrom: 'tcp-client-on-ws-port',
  build: async (lab) => {
    const { fullchain: cert, key } = await lab.identity();
    const headers = { Upgrade: 'websocket' };
    const { port } = await lab.listen(answersHttp({ status: 426, headers }), {
      tls: { cert, key },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
