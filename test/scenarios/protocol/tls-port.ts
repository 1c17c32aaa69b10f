import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to a TLS port',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtt://localhost:${port}`] };
  },
});
