import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'CONNACK sets bits that must be 0',
  layer: 'connect',
  expect: 'connect/malformed-reply',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts({
      connect: { always: { bytes: Buffer.from('2f020000', 'hex') } },
    });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '-V', '3.1.1'] };
  },
});
