import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker delivers after 2.2 s, over a path of 100 ms',
  layer: 'healthy',
  expect: null,
  also: ['pubsub/slow'],
  silent: true,
  build: async (lab) => {
    const path = await lab.relay(await lab.mqtt({ deliver: { delayMs: 2200 } }), { delayMs: 50 });
    return { args: [`mqtt://127.0.0.1:${path.port}`] };
  },
});
