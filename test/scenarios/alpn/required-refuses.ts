import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'without a protocol name the port refuses with "no application protocol"',
  layer: 'alpn',
  expect: 'alpn/required',
  certainty: 'proven',
  madeFrom: 'alpn-missing-on-443',
  build: async (lab) => {
    const { port } = await lab.mqtts(
      {},
      { alpn: { names: ['x-amzn-mqtt-ca'], whenNone: 'alert' } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
