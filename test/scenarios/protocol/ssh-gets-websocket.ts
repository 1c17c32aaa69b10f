import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'WebSocket is asked for on the port of an SSH server',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(says('ssh'));
    return { args: [`ws://localhost:${port}`] };
  },
});
