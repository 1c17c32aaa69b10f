import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'raw MQTT is spoken to a WebSocket port that says so (426)',
  layer: 'protocol',
  expect: 'protocol/websocket-port',
  certainty: 'observed',
  madeFrom: 'tcp-client-on-ws-port',
  build: async (lab) => {
    const headers = { Upgrade: 'websocket' };
    const { port } = await lab.listen(answersHttp({ status: 426, headers }));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
