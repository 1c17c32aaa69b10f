import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and does not answer who begins with TLS',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {}, { proxyHeader: 'silent' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--timeout', '1500'] };
  },
});
