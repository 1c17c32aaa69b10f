import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker is starting or stopping (136)',
  layer: 'connect',
  expect: 'connect/server-unavailable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { always: { refuse: refusals.serverUnavailable } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
