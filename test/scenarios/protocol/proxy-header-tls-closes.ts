import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and hangs up on who begins with TLS',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  build: async (lab) => {
    const { port } = await lab.mqtts({}, {}, { proxyHeader: 'close' });
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab))] };
  },
});
