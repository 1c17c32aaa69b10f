import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the certificate of a WebSocket server is of an unknown authority',
  layer: 'websocket',
  expect: 'tls/unknown-ca',
  build: async (lab) => {
    const { port } = await lab.wss();
    return { args: [`wss://localhost:${port}`] };
  },
});
