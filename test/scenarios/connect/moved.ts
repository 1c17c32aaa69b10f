import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker has moved and says where to (157)',
  layer: 'connect',
  expect: 'connect/moved',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: {
        always: {
          refuse: { v3: 3, v5: 157, properties: { serverReference: 'b2.example.test:8883' } },
        },
      },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...(await alice(lab))] };
  },
});
