import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'MQTT 3.1.1 over WebSocket with QoS 2',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.ws();
    return { args: [`ws://localhost:${port}`, '-V', '3.1.1', '-q', '2'] };
  },
});
