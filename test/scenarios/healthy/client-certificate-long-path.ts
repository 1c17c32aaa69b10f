import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a good client certificate on a long path',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const ca = await lab.authority();
    const { fullchain, key } = await ca.issue({ commonName: 'device7', ...forClients });
    const { port: behind } = await lab.mqtts({}, { clientCertificate: { ca: ca.cert } });
    const { port } = await lab.relay({ host: '127.0.0.1', port: behind }, { delayMs: 40 });
    const files = [
      ...['--cert', await lab.file('client.crt', fullchain)],
      ...['--key', await lab.file('client.key', key)],
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...files] };
  },
});
