import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a port with TLS that never answers is asked for WebSocket',
  layer: 'protocol',
  expect: 'protocol/silent',
  certainty: 'observed',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.wss({ onRequest: 'silent' });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
