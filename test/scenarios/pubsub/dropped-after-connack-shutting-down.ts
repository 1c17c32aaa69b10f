import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker is stopped right after it has let the client in (DISCONNECT 139)',
  layer: 'pubsub',
  expect: 'pubsub/dropped-on-subscribe',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { afterConnack: 139 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
