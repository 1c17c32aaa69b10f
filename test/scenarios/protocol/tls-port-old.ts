import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to a TLS port of old versions',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    return { args: [`mqtt://localhost:${port}`] };
  },
});
