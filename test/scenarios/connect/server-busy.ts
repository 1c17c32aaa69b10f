import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker has too much to do (137)',
  layer: 'connect',
  expect: 'connect/server-busy',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { always: { refuse: refusals.serverBusy } } });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
