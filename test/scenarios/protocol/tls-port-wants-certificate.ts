import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'plain MQTT is spoken to a TLS port that wants a client certificate',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const ca = (await lab.authority()).cert;
    const { port } = await lab.mqtts({}, { clientCertificate: { ca } });
    return { args: [`mqtt://localhost:${port}`] };
  },
});
