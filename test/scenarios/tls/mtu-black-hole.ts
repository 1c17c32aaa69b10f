import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'large packets are lost on the way from the server',
  layer: 'tls',
  expect: 'tls/mtu-black-hole',
  silent: true,
  build: async (lab) => {
    const ca = await lab.authority();
    const issuer = await ca.intermediate({ commonName: 'Lab Issuing CA', key: 'rsa2048' });
    const { fullchain, key } = await issuer.issue({ commonName: 'localhost', key: 'rsa2048' });
    const { port: behind } = await lab.mqtts({}, { cert: fullchain, key });
    const to = { host: '127.0.0.1', port: behind };
    const { port } = await lab.relay(to, { down: { swallowAbove: 1200 } });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
