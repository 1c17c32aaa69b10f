import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client is banned, which MQTT 3.1.1 calls unavailable (3)',
  layer: 'connect',
  expect: 'connect/banned',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { refuse: { v3: 3, v5: 138 } } } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '3.1.1'] };
  },
});
