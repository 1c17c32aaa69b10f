import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain WebSocket is asked for on a port for WebSocket in TLS',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.wss();
    return { args: [`ws://localhost:${port}`] };
  },
});
