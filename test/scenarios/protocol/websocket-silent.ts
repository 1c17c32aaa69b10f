import { silent } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a port that never answers is asked for WebSocket',
  layer: 'protocol',
  expect: 'protocol/silent',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen(silent);
    return { args: [`ws://localhost:${port}`, '--timeout', '1500'] };
  },
});
