import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a service that speaks first, and waits for who does not understand it',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen(says('mysql', 'stay'));
    return { args: [`mqtt://localhost:${port}`, '--timeout', '1500'] };
  },
});
