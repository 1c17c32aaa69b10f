import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'clients connect faster than the broker allows (159)',
  layer: 'connect',
  expect: 'connect/server-busy',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { always: { refuse: refusals.connectionRateExceeded } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
