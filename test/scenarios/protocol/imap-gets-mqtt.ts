import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to a port of IMAP',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(says('imap'));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
