import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the server wants a protocol name that nobody knows',
  layer: 'alpn',
  expect: 'alpn/required',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['acme-iot/2'], whenNone: 'alert' } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
