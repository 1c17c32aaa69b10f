import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to a port of NATS',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  madeFrom: 'wrong-port-other-protocol',
  build: async (lab) => {
    const { port } = await lab.listen(says('nats'));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
