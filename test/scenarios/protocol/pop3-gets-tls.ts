import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a port of POP3',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(says('pop3'));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
