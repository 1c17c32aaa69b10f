import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server sends its root along, and the client has it',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain, key } = await lab.identity();
    const { port } = await lab.mqtts({}, { cert: fullchain + ca.cert, key });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
