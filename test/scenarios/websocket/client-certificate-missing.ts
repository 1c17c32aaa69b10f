import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a WebSocket server in TLS 1.3 wants a client certificate, and gets none',
  layer: 'websocket',
  expect: 'tls/client-cert-required',
  build: async (lab) => {
    const { cert: ca } = await lab.authority();
    const { port } = await lab.wss({}, { clientCertificate: { ca }, minVersion: 'TLSv1.3' });
    return { args: [`wss://localhost:${port}`, ...(await trusting(lab))] };
  },
});
