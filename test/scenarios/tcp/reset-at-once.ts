import { resets } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'each connection is reset as soon as it stands',
  layer: 'tcp',
  expect: 'tcp/reset',
  certainty: 'observed',
  orElse: ['tcp/closed-at-once'],
  build: async (lab) => {
    const { host, port } = await lab.listen(resets, { host: '127.83.41.15' });
    return { args: [`mqtts://${host}:${port}`] };
  },
});
