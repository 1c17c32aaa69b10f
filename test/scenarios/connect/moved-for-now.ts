import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker sends the client elsewhere and does not say where (156)',
  layer: 'connect',
  expect: 'connect/moved',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: { refuse: refusals.useAnotherServer } } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
