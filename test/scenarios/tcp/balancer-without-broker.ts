import { closes } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a load balancer has no broker behind it and closes each connection',
  layer: 'tcp',
  expect: 'tcp/closed-at-once',
  certainty: 'observed',
  build: async (lab) => {
    const { host, port } = await lab.listen(closes, { host: '127.83.41.16' });
    return { args: [`mqtt://${host}:${port}`] };
  },
});
