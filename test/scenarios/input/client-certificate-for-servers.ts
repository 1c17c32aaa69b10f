import { forServers } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client certificate is made for servers, and the broker does not mind',
  layer: 'input',
  expect: null,
  also: ['input/client-cert-purpose'],
  build: async (lab) => {
    const ca = await lab.authority();
    const client = await ca.issue({ commonName: 'device-7', ...forServers });
    const { port } = await lab.mqtts();
    const files = await client.writeTo(lab.dir, 'client');
    const trust = ['--ca', await lab.file('ca.crt', ca.cert)];
    const identity = ['--cert', files.cert, '--key', files.key];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...identity] };
  },
});
