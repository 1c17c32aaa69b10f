import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'an old broker answers MQTT 5 in its own form',
  layer: 'healthy',
  expect: null,
  also: ['connect/version-fallback'],
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1', '3.1.1'], whenVersionRefused: 'connack-3.1.1' },
    });
    return { args: [`mqtt://127.0.0.1:${port}`] };
  },
});
