import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and resets who begins with TLS',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {}, { proxyHeader: 'reset' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
