import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a port of SMTP',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(says('smtp'));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
