import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a port of AMQP',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  madeFrom: 'wrong-port-other-protocol',
  build: async (lab) => {
    const { port } = await lab.listen(says('amqp'));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
